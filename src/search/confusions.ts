/**
 * Letters of the page key that the recogniser takes for each other, loses or invents, measured on 160
 * rendered pages (Tesseract 5, 148,839 letters): those seen eight times or more. Confusions inside one
 * class of the key are not here: the key does not know them.
 */
const mistaken = `nb nu 20 ak ta 2o 52 xu jo ka yc xw 53 sa bu xj tm 3d 15 rc va xi iu 25 ca ks ru`
const lost = 'uix5t0jsenv1kbcgr3y'
const invented = 'i3u0vkaebn2lts1jdgcw'

/** A mistake that the recogniser is known to make counts half. */
export const costs = { known: 1, other: 2, unit: 2 } as const

const codes = 128

/** Cost of reading letter `from` as letter `to`, by `from * 128 + to`; 0 is no letter. */
export const costTable: Uint8Array = table()

function table(): Uint8Array {
  const costs_ = new Uint8Array(codes * codes).fill(costs.other)
  for (let code = 0; code < codes; code++) costs_[code * codes + code] = 0
  for (const pair of mistaken.split(' '))
    costs_[pair.charCodeAt(0) * codes + pair.charCodeAt(1)] = costs.known
  for (const letter of lost) costs_[letter.charCodeAt(0) * codes] = costs.known
  for (const letter of invented) costs_[letter.charCodeAt(0)] = costs.known
  return costs_
}
