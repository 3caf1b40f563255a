import type { FindingCode } from '#platform/images'
import type { ArrangedPage } from './arrangement.ts'
import type { PageFlag, SentBack } from './contract.ts'
import type { PageFacts } from './tables.ts'

type Flag = PageFlag['flag']

// A turned or slanting page was put right by its recipe; what is left to do for it is nothing.
const flagOfFinding: Readonly<Record<FindingCode, Flag | null>> = {
  'resolution-below-minimum': 'below-minimum',
  'bits-below-minimum': 'below-minimum',
  'resolution-unstated': 'resolution-unknown',
  'resolution-unbelievable': 'resolution-unknown',
  'detail-below-minimum': 'detail-low',
  'tones-missing': 'tones-missing',
  skewed: null,
  turned: null,
  blurred: 'blurred',
  clipped: 'clipped',
  'bleed-through': 'bleed-through',
  'too-dark': 'too-dark',
  blank: 'blank-suggested',
}

type Seen = {
  page: ArrangedPage
  facts: PageFacts
  sentBack: SentBack | null
  /** The type of another paper that seems to begin here. */
  begins: string | null
}

/** What to point at on a page. A page that is left out has nothing to mend. */
export function flagsOf(pageId: string, { page, facts, sentBack, begins }: Seen): PageFlag[] {
  if (page.use !== 'kept') return []
  if (facts.unreadable !== null) {
    return [{ flag: 'unreadable-file', weight: 'stop', facts: { reason: facts.unreadable } }]
  }
  const flags: PageFlag[] = []
  if (sentBack?.pageIds.includes(pageId) && !sentBack.mended) {
    const { reason, note, by } = sentBack
    flags.push({ flag: 'sent-back', weight: 'stop', facts: { reason, note, by } })
  }
  if (facts.duplicateOf !== null && !facts.blank) {
    flags.push({ flag: 'duplicate', weight: 'stop', facts: { pageId: facts.duplicateOf } })
  }
  for (const { code, weight, found, wanted } of facts.findings) {
    const flag = flagOfFinding[code]
    if (flag === null) continue
    const stops = weight === 'fails' && flag === 'below-minimum'
    flags.push({ flag, weight: stops ? 'stop' : 'look', facts: { found, wanted } })
  }
  if (begins !== null) {
    flags.push({ flag: 'first-page-suggested', weight: 'look', facts: { type: begins } })
  }
  return flags
}
