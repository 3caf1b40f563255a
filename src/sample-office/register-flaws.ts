import { inThaiDigits } from './numbers.ts'
import { itemAt, type Random } from './random.ts'

/** What old registers get wrong. The first five are kept with a warning, the last three cannot be read. */
export const flaws = [
  'bad-check-digit',
  'odd-length',
  'thai-digits',
  'extra-spaces',
  'dashes',
  'missing-name',
  'column-missing',
  'column-too-many',
] as const
export type Flaw = (typeof flaws)[number]

const [accountCell, nameCell] = [0, 2]

/** Spoils one row of the register in one of the ways above. */
export function spoil(random: Random, cells: readonly string[]): { flaw: Flaw; cells: string[] } {
  const flaw = random.pick(flaws)
  const account = itemAt(cells, accountCell)
  switch (flaw) {
    case 'bad-check-digit':
      return { flaw, cells: cells.with(accountCell, wrongCheck(account)) }
    case 'odd-length':
      return { flaw, cells: cells.with(accountCell, account.slice(0, random.between(7, 9))) }
    case 'thai-digits':
      return { flaw, cells: cells.with(accountCell, inThaiDigits(account)) }
    case 'extra-spaces':
      return { flaw, cells: cells.with(nameCell, ` ${cells[nameCell]?.replaceAll(' ', '  ')} `) }
    case 'dashes':
      return { flaw, cells: cells.with(accountCell, dashed(account)) }
    case 'missing-name':
      return { flaw, cells: cells.with(nameCell, '') }
    case 'column-missing':
      return { flaw, cells: cells.slice(0, -random.between(1, 4)) }
    case 'column-too-many':
      return { flaw, cells: [...cells, 'x'] }
  }
}

function wrongCheck(account: string): string {
  return `${account.slice(0, 9)}${(Number(account.slice(9)) + 3) % 10}`
}

function dashed(account: string): string {
  return `${account.slice(0, 2)}-${account.slice(2, 9)}-${account.slice(9)}`
}
