import type { Engine } from './engine.ts'
import { findNativeTesseract } from './native-tesseract.ts'
import { openOwnRecogniser } from './own-recogniser.ts'
import { openWasmTesseract } from './wasm-tesseract.ts'

/** The variable that names the operator's own recogniser. */
const ownProgram = 'FAEM_RECOGNISER'

/**
 * The recogniser for this machine: the operator's own where one is named, else the installed Tesseract
 * where it has Thai, else the built-in one. `prefer: 'wasm'` takes the built-in one always. Close it
 * when done. Throws the Fault `recogniser_unfit` when the named one does not answer.
 */
export async function chooseEngine({
  prefer = 'native',
}: {
  prefer?: 'native' | 'wasm'
} = {}): Promise<Engine> {
  const own = process.env[ownProgram]
  if (own && prefer === 'native') return await openOwnRecogniser(own)
  const native = prefer === 'native' ? await findNativeTesseract() : null
  return native ?? openWasmTesseract()
}
