import { consoleLog } from '#platform/log'
import { find } from '#search'
import { SearchQuery } from '#search/contract'
import { exitCodes } from '../exit-codes.ts'
import { openOffice } from '../office.ts'
import type { Command } from './command.ts'

/** The search box on the command line. */
export const search: Command = {
  call: 'search WORDS…',
  says: 'find employers by number or name, and pages by their words',
  async run({ configuration, options, words }) {
    const office = await openOffice(configuration, { log: consoleLog, workers: 'none' })
    try {
      const answer = await find(
        office.context,
        office.search,
        SearchQuery.parse({ q: words.join(' ') }),
      )
      if (options.json) process.stdout.write(`${JSON.stringify(answer)}\n`)
      else process.stdout.write(textOf(answer))
      const found = answer.employers.hits.length + answer.pages.hits.length
      return found > 0 ? exitCodes.done : exitCodes.partly
    } finally {
      await office.close()
    }
  },
}

function textOf(answer: Awaited<ReturnType<typeof find>>): string {
  const employers = answer.employers.hits.map(
    ({ accountNo, name, officeName, tier }) =>
      `${accountNo}  ${name}  ${officeName}${tier === 'similar' ? '  (ใกล้เคียง)' : ''}`,
  )
  const pages = answer.pages.hits.map(
    ({ accountNo, typeTitleTh, ordinal, line }) =>
      `${accountNo}  ${typeTitleTh} น. ${ordinal}  ${line}`,
  )
  return [
    `นายจ้าง ${answer.employers.count}`,
    ...employers,
    `ข้อความในเอกสาร ${answer.pages.count}`,
    ...pages,
    '',
  ].join('\n')
}
