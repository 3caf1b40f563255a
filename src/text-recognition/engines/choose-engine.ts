import type { Engine } from './engine.ts'
import { findNativeTesseract } from './native-tesseract.ts'
import { openWasmTesseract } from './wasm-tesseract.ts'

/**
 * The recogniser for this machine: the installed Tesseract where it has Thai, else the built-in one.
 * `prefer: 'wasm'` takes the built-in one always. Close it when done.
 */
export async function chooseEngine({
  prefer = 'native',
}: {
  prefer?: 'native' | 'wasm'
} = {}): Promise<Engine> {
  const native = prefer === 'native' ? await findNativeTesseract() : null
  return native ?? openWasmTesseract()
}
