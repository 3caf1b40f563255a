import { spawn } from 'node:child_process'
import { Fault } from '#kernel'
import { engineLimits } from './engine.ts'

/** A recogniser's program to be run once. */
export type Run = {
  program: string
  args: readonly string[]
  /** Besides PATH, all that it is told of this machine. */
  env: Readonly<Record<string, string>>
  input: Uint8Array
}

/**
 * Runs a program on bytes from its standard input and gives what it writes. It is killed when `signal`
 * fires or when it writes without end. Throws the Fault `recognition_failed`.
 */
export function runProgram(
  { program, args, env, input }: Run,
  signal: AbortSignal,
): Promise<string> {
  const { promise, resolve, reject } = Promise.withResolvers<string>()
  const child = spawn(program, args, {
    env: { PATH: process.env['PATH'], ...env },
    signal,
    killSignal: 'SIGKILL',
    stdio: ['pipe', 'pipe', 'pipe'],
  })
  const chunks: Buffer[] = []
  let bytes = 0
  let complaint = ''
  child.stdout.on('data', (chunk: Buffer) => {
    bytes += chunk.length
    if (bytes > engineLimits.output_bytes_max) child.kill('SIGKILL')
    else chunks.push(chunk)
  })
  child.stderr.on('data', (chunk: Buffer) => {
    complaint = (complaint + chunk).slice(-500)
  })
  child.on('error', (cause) => reject(new Fault('recognition_failed', cause.message, cause)))
  child.on('close', (code) => {
    if (code === 0) resolve(Buffer.concat(chunks).toString('utf8'))
    else reject(new Fault('recognition_failed', `${program} ended with ${code}: ${complaint}`))
  })
  // A killed child closes its input early; its end is reported by 'close'.
  child.stdin.on('error', () => {})
  child.stdin.end(input)
  return promise
}
