import { readIdentifier, thaiNormalize } from '#thai-text'

export const limits = { account_characters_max: 20 }

/**
 * The key of an employer from what is written: the digits when only digits and separators stand there
 * (`๖๐-1000412-8` → `6010004128`), else its capital letters, Thai consonants and digits. Null when
 * nothing of that stands there, or too much.
 */
export function readAccountKey(text: string): string | null {
  const digits = readIdentifier(text, 'account').digits
  const key =
    digits ??
    thaiNormalize(text)
      .toUpperCase()
      .replace(/[^0-9A-Z\u0e01-\u0e2e]/g, '')
  return key === '' || key.length > limits.account_characters_max ? null : key
}
