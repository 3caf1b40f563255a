/**
 * Letters of a key that the recogniser takes for each other, loses or invents, measured on 160 rendered
 * pages (Tesseract 5, 148,839 letters): those seen eight times or more. Confusions inside one class of the
 * key are not here: the key does not know them.
 */
const mistaken = `nb nu 60 ta ak 2o xu jo ka yc xw 46 sa bu xj tm 7d rc va xi iu ca ks ru`
const lost = 'uietx0svb1kancrjg47p2o'
const invented = 'i70vkubalsnjc2dgr1oew'

/** Thai digits that engines without a model of them read as the other: always, so it is hardly a mistake. */
const digits = '45 85 95 62 73'
/** The same backwards, and digits of one class: a reader of Thai digits errs between them. */
const classes = ['26', '37', '4589']

/** In eighths of an edit: a mistake that the recogniser is known to make counts half. */
export const costs = { digit: 1, of_class: 2, known: 4, other: 8, unit: 8 } as const

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
  for (const members of classes)
    for (const one of members)
      for (const other of members)
        if (one !== other) costs_[one.charCodeAt(0) * codes + other.charCodeAt(0)] = costs.of_class
  for (const pair of digits.split(' '))
    costs_[pair.charCodeAt(0) * codes + pair.charCodeAt(1)] = costs.digit
  return costs_
}
