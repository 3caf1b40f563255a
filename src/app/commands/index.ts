import type { Command } from './command.ts'
import { doctor } from './doctor.ts'
import { importInto } from './import.ts'
import { readAgain } from './read-again.ts'
import { rebuildTables } from './rebuild.ts'
import { sample } from './sample.ts'
import { search } from './search.ts'
import { serve } from './serve.ts'
import { tryOut } from './try.ts'
import { verify } from './verify.ts'
import { work } from './work.ts'

export type { Command } from './command.ts'

export const commands: Readonly<Record<string, Command>> = {
  serve,
  try: tryOut,
  work,
  import: importInto,
  search,
  read: readAgain,
  rebuild: rebuildTables,
  sample,
  verify,
  doctor,
}

const lines = Object.values(commands).map(({ call, says }) => `  ${call.padEnd(62)} ${says}`)

export const usage = `faem: the electronic employer file (แฟ้มนายจ้างอิเล็กทรอนิกส์)

${lines.join('\n')}

Everywhere: --data DIR (default: data) · --office CODE · --json · --help
A database server instead of the embedded one: DATABASE_URL=postgresql://…
Exit codes: 0 done · 1 bug · 2 not understood · 3 refused · 4 fault, try again · 5 partly done · 130 stopped
`
