/** A page is listed under every four letters in a row of its key, and under what it is narrowed by. */
export const limits = { piece_letters: 4, number_digits: 3, volume_places: 65_536 }

/** Stands behind the end of a key, so that its last letters begin a piece too. */
const end = '~'
const letters = 37
export const pieceCodes = letters ** limits.piece_letters

/** The different pieces of a word of a query. */
export function piecesOfWord(word: string): string[] {
  const pieces = new Set<string>()
  for (let at = 0; at + limits.piece_letters <= word.length; at++)
    pieces.add(word.slice(at, at + limits.piece_letters))
  return [...pieces]
}

/**
 * Calls `take` with the code of each piece of a page's key, again for each time that it stands there; of
 * pieces of a number whose digits the recogniser mixes up also with the code of their class.
 */
export function eachPieceCode(key: string, take: (code: number) => void): void {
  let code = 0
  let ofClass = 0
  let digits = 0
  for (let at = 0; at <= key.length; at++) {
    const letter = at === key.length ? letters - 1 : letterOf(key.charCodeAt(at))
    code = (code * letters + letter) % pieceCodes
    ofClass = (ofClass * letters + (digitClass[letter] ?? letter)) % pieceCodes
    digits = letter < 10 ? digits + 1 : 0
    if (at < limits.piece_letters - 1) continue
    take(code)
    if (ofClass !== code && digits >= limits.number_digits) take(ofClass)
  }
}

export function pieceOfCode(code: number): string {
  let piece = ''
  for (let rest = code; piece.length < limits.piece_letters; rest = Math.floor(rest / letters)) {
    const letter = rest % letters
    piece = (letter === letters - 1 ? end : letter.toString(letters - 1)) + piece
  }
  return piece
}

/** 0 to 9, then a to z. */
function letterOf(code: number): number {
  return code < 0x40 ? code - 0x30 : code - 0x61 + 10
}

/** The digits that the recogniser mixes up, each group as one. */
const digitClass = [0, 1, 2, 3, 5, 5, 2, 3, 5, 5]

/** A key with its digits by their class, as the index of fresh pages has it. */
export function classed(key: string): string {
  return key.replace(/[46789]/g, (digit) => String(digitClass[Number(digit)]))
}

export function propertyPiece(
  property: 'office' | 'type' | 'year',
  value: string | number,
): string {
  return `${property}=${value}`
}
