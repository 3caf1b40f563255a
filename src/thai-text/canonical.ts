/**
 * Nearly all stored text is already correct. One walk over pairs of neighbours finds that out, so
 * the rules of normalize.ts run only where something may have to change.
 */

const OTHER = 0 // may need a rule: look closely
const PLAIN = 1
const GAP = 2
const VOWEL_MARK = 4
const UPPER_SIGN = 5 // tones and ์
const RARE_MARK = 6 // ็ ฺ ๎
const AA = 7
const AM = 8
const E = 9
const classes_count = 16

const classOf = tableOfClasses()
const suspicious = tableOfSuspiciousPairs()

function tableOfClasses(): Uint8Array {
  const table = new Uint8Array(0x10000)
  table.fill(PLAIN, 0x21, 0x7f)
  table[0x20] = GAP
  table.fill(PLAIN, 0xc0, 0x180) // precomposed Latin letters: NFC leaves them alone
  table.fill(PLAIN, 0x0e01, 0x0e5c)
  table.fill(PLAIN, 0x2010, 0x2028) // dashes, quotation marks, bullets
  table.fill(PLAIN, 0xff01, 0xff5f) // full-width ASCII
  for (const code of [0x0e31, 0x0e34, 0x0e35, 0x0e36, 0x0e37, 0x0e38, 0x0e39]) {
    table[code] = VOWEL_MARK
  }
  for (const code of [0x0e48, 0x0e49, 0x0e4a, 0x0e4b, 0x0e4c]) table[code] = UPPER_SIGN
  for (const code of [0x0e3a, 0x0e47, 0x0e4e]) table[code] = RARE_MARK
  table[0x0e32] = AA
  table[0x0e33] = AM
  table[0x0e40] = E
  table[0x0e45] = OTHER // ๅ
  table[0x0e4d] = OTHER // ํ
  return table
}

function tableOfSuspiciousPairs(): Uint8Array {
  const table = new Uint8Array(classes_count * classes_count)
  const mark = (first: number, second: number) => {
    table[first * classes_count + second] = 1
  }
  for (let each = 0; each < classes_count; each++) {
    mark(OTHER, each)
    mark(each, OTHER)
  }
  mark(GAP, GAP)
  mark(E, E)
  mark(AA, UPPER_SIGN)
  mark(VOWEL_MARK, VOWEL_MARK)
  mark(VOWEL_MARK, RARE_MARK)
  for (const second of [VOWEL_MARK, UPPER_SIGN, RARE_MARK]) {
    mark(UPPER_SIGN, second)
    mark(RARE_MARK, second)
    mark(AM, second)
    mark(GAP, second)
  }
  mark(AM, AM)
  mark(GAP, AM)
  return table
}

/** Whether these two UTF-16 units may stand beside each other without any rule applying. */
export function isPlainPair(first: number, second: number): boolean {
  const pair = (classOf[first] ?? OTHER) * classes_count + (classOf[second] ?? OTHER)
  return suspicious[pair] === 0
}

/** True only if `thaiNormalize` would return this very text; false means "look closely". */
export function isSurelyNormal(text: string): boolean {
  const last = text.length - 1
  if (last < 0) return true
  let before = classOf[text.charCodeAt(0)] ?? OTHER
  if (before === OTHER || before === GAP) return false
  for (let at = 1; at <= last; at++) {
    const here = classOf[text.charCodeAt(at)] ?? OTHER
    if (suspicious[before * classes_count + here] === 1) return false
    before = here
  }
  return before !== GAP
}
