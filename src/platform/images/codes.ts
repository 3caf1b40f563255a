import { readFileSync } from 'node:fs'
import { prepareZXingModule, type ReadResult, readBarcodes } from 'zxing-wasm/reader'
import type { GreyPage } from './grey-page.ts'
import { limits } from './limits.ts'
import type { Box, Code } from './page.ts'

export type CodeReader = (page: GreyPage) => Promise<{ codes: Code[]; unreadable: boolean }>

/** Reads QR codes; `unreadable` tells that one was seen and could not be read at this size. */
export function createCodeReader(): CodeReader {
  let prepared: Promise<unknown> | null = null
  return async (page) => {
    // The package would fetch its program from the network.
    prepared ??= prepareZXingModule({
      overrides: {
        wasmBinary: readFileSync(
          new URL(import.meta.resolve('zxing-wasm/reader/zxing_reader.wasm')),
        ).buffer,
      },
      fireImmediately: true,
    })
    await prepared
    const found = await readBarcodes(toImage(page), {
      formats: ['QRCode'],
      tryHarder: true,
      tryInvert: false,
      tryDownscale: false,
      returnErrors: true,
      maxNumberOfSymbols: limits.codes_per_page_max,
    })
    const codes = found.filter((code) => code.isValid).map((code) => toCode(code, page))
    return { codes, unreadable: codes.length < found.length }
  }
}

type ReadableImage = Extract<Parameters<typeof readBarcodes>[0], { width: number }>

function toImage({ data, width, height }: GreyPage): ReadableImage {
  const pixels = new Uint8ClampedArray(width * height * 4)
  const words = new Uint32Array(pixels.buffer)
  for (let at = 0; at < words.length; at += 1) words[at] = ((data[at] ?? 0) * 0x010101) | 0xff000000
  return { data: pixels, width, height, colorSpace: 'srgb', pixelFormat: 'rgba-unorm8' }
}

function toCode({ text, position }: ReadResult, { width, height }: GreyPage): Code {
  const corners = [position.topLeft, position.topRight, position.bottomLeft, position.bottomRight]
  const [xs, ys] = [corners.map(({ x }) => x / width), corners.map(({ y }) => y / height)]
  const [x, y] = [Math.max(0, Math.min(...xs)), Math.max(0, Math.min(...ys))]
  const box: Box = { x, y, width: Math.max(...xs) - x, height: Math.max(...ys) - y }
  return { format: 'QRCode', text, box }
}
