import { readFileSync } from 'node:fs'
import { z } from 'zod'
import { assert } from '#kernel'
import { featureCount } from './glyph-features.ts'

/** Ten digits, and whatever is none. */
export const classes = 11
export const noDigit = 10
export const hidden = 64

/** Weights of two layers, row by row, each row with its bias at the end. */
export type Network = { first: Float32Array; second: Float32Array }

const Stored = z.object({
  /** Goes up with every training; part of the recipe of a reading. */
  version: z.int(),
  trainedOn: z.object({ glyphs: z.int(), fonts: z.array(z.string()), seed: z.int() }),
  layers: z.array(z.object({ scale: z.number(), weights: z.base64() })).length(2),
})
export type StoredNetwork = z.infer<typeof Stored>

export function loadNetwork(): { network: Network; version: number } {
  const text = readFileSync(new URL('./model.json', import.meta.url), 'utf8')
  const { layers, version } = Stored.parse(JSON.parse(text))
  const [first, second] = layers.map(({ scale, weights }) => {
    const steps = new Int8Array(Buffer.from(weights, 'base64'))
    return Float32Array.from(steps, (step) => step * scale)
  })
  assert(first?.length === hidden * (featureCount + 1), 'the first layer fits the features')
  assert(second?.length === classes * (hidden + 1), 'the second layer fits the classes')
  return { network: { first, second }, version }
}

/** Weights in 255 steps: a quarter of the bytes, and no digit is read otherwise. */
export function packLayer(weights: Float32Array): { scale: number; weights: string } {
  const scale = weights.reduce((most, weight) => Math.max(most, Math.abs(weight)), 0) / 127
  const steps = Int8Array.from(weights, (weight) => Math.round(weight / scale))
  return { scale, weights: Buffer.from(steps.buffer).toString('base64') }
}

/** The hidden values of one glyph. */
export function activate(layer: Float32Array, input: Float32Array, outputs: number): Float32Array {
  const width = input.length + 1
  const output = new Float32Array(outputs)
  for (let row = 0; row < outputs; row++) {
    const from = row * width
    let sum = layer[from + input.length] ?? 0
    for (let at = 0; at < input.length; at++) sum += (layer[from + at] ?? 0) * (input[at] ?? 0)
    output[row] = sum
  }
  return output
}

export function rectified(values: Float32Array): Float32Array {
  return values.map((value) => Math.max(0, value))
}

/** How likely each class is; they add up to 1. */
export function likelihoods(network: Network, features: Float32Array): Float32Array {
  const inner = rectified(activate(network.first, features, hidden))
  return softmax(activate(network.second, inner, classes))
}

export function softmax(values: Float32Array): Float32Array {
  const most = Math.max(...values)
  const powers = values.map((value) => Math.exp(value - most))
  const sum = powers.reduce((total, power) => total + power, 0)
  return powers.map((power) => power / sum)
}
