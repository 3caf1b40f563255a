/** Character classes of Thai, by code point. Section 1 of the rules in README.md. */

export const SPACE = 0x20
export const NIKHAHIT = 0x0e4d
export const SARA_AA = 0x0e32
export const SARA_AM = 0x0e33
export const LAKKHANGYAO = 0x0e45
export const SARA_E = 0x0e40
export const SARA_AE = 0x0e41
export const PAIYANNOI = 0x0e2f
export const THANTHAKHAT = 0x0e4c

export function isConsonant(code: number): boolean {
  return code >= 0x0e01 && code <= 0x0e2e
}

/** A sign above or below a consonant; ำ and the vowels beside it are none. */
export function isMark(code: number): boolean {
  return code === 0x0e31 || (code >= 0x0e34 && code <= 0x0e3a) || (code >= 0x0e47 && code <= 0x0e4e)
}

export function isTone(code: number): boolean {
  return code >= 0x0e48 && code <= 0x0e4b
}

export function isLeadingVowel(code: number): boolean {
  return code >= 0x0e40 && code <= 0x0e44
}

/** ะ า ำ ๅ: a vowel that cannot begin a word. */
export function isFollowingVowel(code: number): boolean {
  return code === 0x0e30 || code === SARA_AA || code === SARA_AM || code === LAKKHANGYAO
}

/** Any Thai character; ฿ is a currency sign, not Thai text. */
export function isThai(code: number): boolean {
  return code >= 0x0e01 && code <= 0x0e5b && code !== 0x0e3f
}

export function isThaiDigit(code: number): boolean {
  return code >= 0x0e50 && code <= 0x0e59
}

/** ASCII, Thai or full-width. */
export function isDigit(code: number): boolean {
  return (code >= 0x30 && code <= 0x39) || isThaiDigit(code) || (code >= 0xff10 && code <= 0xff19)
}

/** The place of a sign inside its cluster; signs of one group keep the order of arrival. */
export function markRank(code: number): number {
  if (code === 0x0e3a) return 0
  if (code === 0x0e38 || code === 0x0e39) return 1
  if (code === 0x0e31 || (code >= 0x0e34 && code <= 0x0e37)) return 2
  if (code === 0x0e47) return 3
  if (code === NIKHAHIT) return 4
  if (isTone(code)) return 5
  if (code === THANTHAKHAT) return 6
  return code === SARA_AM ? 8 : 7
}
