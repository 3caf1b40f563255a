import { thaiNormalize } from './normalize.ts'

const foreignDigits = /[๐-๙０-９]/g

function toArabic(digit: string): string {
  const code = digit.charCodeAt(0)
  return String(code >= 0xff10 ? code - 0xff10 : code - 0x0e50)
}

/** Thai and full-width digits as 0–9; everything else stays. */
export function arabicDigits(text: string): string {
  return text.replace(foreignDigits, toArabic)
}

/** For official letters only: never for identifiers, tables, file names or what another system reads. */
export function thaiDigits(text: string): string {
  return text.replace(/[0-9]/g, (digit) => String.fromCharCode(0x0e50 + Number(digit)))
}

/** The digits of a text that is nothing but a number with the usual separators; otherwise null. */
export function digitKey(text: string): string | null {
  const arabic = arabicDigits(thaiNormalize(text))
  return /^[0-9][0-9 \-\u2010-\u2015\u2212./()]*$/.test(arabic) ? arabic.replace(/\D/g, '') : null
}
