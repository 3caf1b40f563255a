import { TextDecoder } from 'node:util'
import { Refusal } from '#kernel'
import { refusals } from './refusals.ts'

export const limits = { sample_bytes: 1024 ** 2 }

export type RegisterEncoding = 'utf-8' | 'windows-874'

/**
 * Decodes the bytes of a register: UTF-8 with or without byte order mark, else Windows-874 (TIS-620), by
 * what the first MiB is valid in. @throws Refusal `employers.encoding_unknown`
 */
export async function* decodedText(
  bytes: AsyncIterable<Uint8Array>,
  note: (encoding: RegisterEncoding) => void,
): AsyncIterable<string> {
  let decoder: TextDecoder | null = null
  let held: Uint8Array[] = []
  let size = 0
  for await (const chunk of bytes) {
    if (decoder !== null) {
      yield decode(decoder, chunk, true)
      continue
    }
    held.push(chunk)
    size += chunk.length
    if (size < limits.sample_bytes) continue
    const sample = Buffer.concat(held)
    held = []
    decoder = decoderFor(sample, note)
    yield decode(decoder, sample, true)
  }
  const tail = Buffer.concat(held)
  decoder ??= decoderFor(tail, note)
  yield decode(decoder, tail, false)
}

function decoderFor(sample: Uint8Array, note: (encoding: RegisterEncoding) => void): TextDecoder {
  const encoding = (['utf-8', 'windows-874'] as const).find((name) => isValid(sample, name))
  if (encoding === undefined || sample.includes(0)) throw new Refusal(refusals.encoding_unknown)
  note(encoding)
  return new TextDecoder(encoding, { fatal: true })
}

function isValid(sample: Uint8Array, encoding: RegisterEncoding): boolean {
  try {
    // Not at its end: the sample may be cut in the middle of a character.
    new TextDecoder(encoding, { fatal: true }).decode(sample, { stream: true })
    return true
  } catch {
    return false
  }
}

function decode(decoder: TextDecoder, bytes: Uint8Array, stream: boolean): string {
  try {
    return decoder.decode(bytes, { stream })
  } catch {
    throw new Refusal(refusals.encoding_unknown, { encoding: decoder.encoding })
  }
}
