import type { LineDocument, LinePage, OpenBatch, PageFlag } from '#conversion/contract'
import type { Say } from '../words/words.ts'

/** What is pointed at first: what stops the batch, else what is to be looked at. */
export function worstFlag({ flags }: Pick<LinePage, 'flags'>): PageFlag | null {
  return flags.find(({ weight }) => weight === 'stop') ?? flags[0] ?? null
}

/** The sentence for a flag, with what was found and what is wanted. */
export function sayFlag({ flag, facts }: PageFlag, say: Say): string {
  const word = say(`pageFlag.${flag}`)
  if (flag === 'sent-back') {
    const reason = returnWord(facts['reason'], say)
    return [word, reason, facts['note']].filter((part) => part !== '').join(' · ')
  }
  const { found, wanted } = facts
  const measured = typeof found === 'number' && typeof wanted === 'number'
  return measured ? `${word} ${say('station.found', { found: round(found), wanted })}` : word
}

function returnWord(reason: unknown, say: Say): string {
  const known = returnKeys.find((key) => key === reason)
  return known === undefined ? '' : say(`returnReason.${known}`)
}

/** Why a document is sent back, on the keys 1 to 9 in this order. */
export const returnKeys = [
  'unreadable',
  'page-missing',
  'skewed-or-turned',
  'wrong-index',
  'misfiled',
  'below-minimum',
  'page-repeated',
  'cropped-or-folded',
  'other',
] as const

function round(value: number): number {
  return Math.round(value * 10) / 10
}

/** What is the matter with a document: its obstacles, and fields on which machine and person disagree. */
export function matters(document: LineDocument, say: Say): string[] {
  const disagreeing = document.fields.filter(({ state }) => state === 'disagree')
  return [
    ...document.obstacles.map((obstacle) => say(`documentObstacle.${obstacle}`)),
    ...disagreeing.map(({ titleTh }) => say('station.disagrees', { field: titleTh })),
  ]
}

/** Pages at which the eye must stop, over all pages in order: flagged, or first of a document with a matter. */
export function placesToMend(batch: OpenBatch): string[] {
  const pages = new Map(batch.pageList.map((page) => [page.pageId, page]))
  return batch.documentList.flatMap((document) => {
    const flagged = document.pageIds.filter((pageId) => (pages.get(pageId)?.flags.length ?? 0) > 0)
    const lacking =
      document.obstacles.length > 0 || document.fields.some(({ state }) => state === 'disagree')
    const [first] = document.pageIds
    if (!lacking || first === undefined || flagged.includes(first)) return flagged
    return [first, ...flagged]
  })
}
