/** The check digit of account, juristic and national numbers: (11 − Σ digit × weight mod 11) mod 10. */
export function checkDigit(leading: string): string {
  const highest = leading.length + 1
  let sum = 0
  for (let place = 0; place < leading.length; place += 1) {
    sum += Number(leading[place]) * (highest - place)
  }
  return `${(11 - (sum % 11)) % 10}`
}

/** Ten digits: province (2), running number (7), check digit. */
export function accountNumber(province: string, running: number): string {
  const leading = `${province}${`${running}`.padStart(7, '0')}`
  return leading + checkDigit(leading)
}

/** How an account number is printed, `60-9999901-9`. */
export function shownAccount(digits: string): string {
  return `${digits.slice(0, 2)}-${digits.slice(2, 9)}-${digits.slice(9)}`
}

export type JuristicParts = { province: string; kind: string; year: number; running: number }

/** Thirteen digits: 0, province, kind, last three digits of the Buddhist year, running number, check digit. */
export function juristicNumber({ province, kind, year, running }: JuristicParts): string {
  const buddhist = `${(year + 543) % 1000}`.padStart(3, '0')
  const leading = `0${province}${kind}${buddhist}${`${running}`.padStart(5, '0')}`
  return leading + checkDigit(leading)
}

/** A national number of the office 9999, which does not exist, so that nobody has it. */
export function inventedNationalNumber(running: number): string {
  const leading = `${1 + (running % 8)}9999${`${running % 10_000_000}`.padStart(7, '0')}`
  return leading + checkDigit(leading)
}

/** How thirteen digits are printed, `3-9999-01234-56-7` (persons) or `0-6055-48900-12-3` (bodies). */
export function shownThirteen(digits: string): string {
  const part = (from: number, to: number) => digits.slice(from, to)
  return [part(0, 1), part(1, 5), part(5, 10), part(10, 12), part(12, 13)].join('-')
}

const thaiDigits = '๐๑๒๓๔๕๖๗๘๙'

export function inThaiDigits(text: string): string {
  return text.replace(/[0-9]/g, (digit) => thaiDigits[Number(digit)] ?? digit)
}
