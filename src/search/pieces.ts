/**
 * A name is listed under its pieces: every three letters in a row of its L2 and Latin keys, the edges of
 * the key being letters. Each key has lists of its own.
 */
export type KeyName = 'l2' | 'latin'

export const keyNames: readonly KeyName[] = ['l2', 'latin']

/** A count of pieces is one byte. */
export const limits = { piece_letters: 3, pieces_max: 250 }

const { piece_letters, pieces_max } = limits

/** The different pieces of a key, edges and all. */
export function piecesOf(name: KeyName, key: string): string[] {
  return key === '' ? [] : cut(name, `^${key}$`)
}

/** Those that every longer key has too which holds this one. */
export function innerPieces(name: KeyName, key: string): string[] {
  return cut(name, key)
}

function cut(name: KeyName, text: string): string[] {
  const pieces = new Set<string>()
  // A loop: a refill comes here some 25 million times.
  for (let at = 0; at + piece_letters <= text.length && pieces.size < pieces_max; at++)
    pieces.add(`${name}:${text.slice(at, at + piece_letters)}`)
  return [...pieces]
}

/** An employer is listed under every four digits in a row of its numbers, edges being digits. */
export function digitPieces(numbers: readonly (string | null)[]): string[] {
  const pieces = new Set<string>()
  for (const digits of numbers)
    if (digits !== null) for (const slice of slices(`^${digits}$`)) pieces.add(`n:${slice}`)
  return [...pieces]
}

/** Where a number with these digits in it stands: `inner` under all of them, `edges` if it begins or ends so. */
export function typedDigitPieces(digits: string): { inner: string[]; edges: string[] } {
  const edges = [`n:^${digits.slice(0, 3)}`, `n:${digits.slice(-3)}$`]
  return { inner: [...new Set(slices(digits))].map((slice) => `n:${slice}`), edges }
}

function slices(digits: string): string[] {
  const found: string[] = []
  for (let at = 0; at + 4 <= digits.length; at++) found.push(digits.slice(at, at + 4))
  return found
}

/** The list of this name is none of places: it says how many pieces the key at each place has. */
export function sizesOf(name: KeyName): string {
  return `${name}#`
}

/** What an answer is narrowed by is listed like pieces. */
export type Property = 'office' | 'status' | 'province' | 'form'

export const properties: readonly Property[] = ['office', 'status', 'province', 'form']

export function propertyPiece(property: Property, value: string): string {
  return `${property}=${value}`
}
