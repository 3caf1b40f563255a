import type { Activity, CopyForm, Purpose } from '#copies/contract'
import type { WordKey } from '../../words/th.ts'
import { readPageRange } from './page-range.ts'

/** What the dialog asks, as it stands there. */
export type WantedCopy = {
  purpose: string
  activity: string
  reference: string
  which: 'all' | 'this' | 'some'
  /** The pages typed for `some`. */
  typed: string
  covered: boolean
  marked: boolean
}

/** Of the document on screen: how many pages it has, and which of them is seen (from 1). */
export type Pages = { pages: number; page: number }

const kept = 'copy-purpose'

/** The purpose that was stated last in this tab stands there again. */
export function firstWanted(purposes: readonly Purpose[], activities: readonly Activity[]) {
  const [purpose = '', activity = ''] = (sessionStorage.getItem(kept) ?? '').split(' ')
  const known = purposes.some(({ code }) => code === purpose)
  const first = activities[0]?.code ?? ''
  const wanted: WantedCopy = {
    purpose: known ? purpose : (purposes[0]?.code ?? ''),
    activity: activities.some(({ code }) => code === activity) ? activity : first,
    reference: '',
    which: 'all',
    typed: '',
    covered: true,
    marked: true,
  }
  return wanted
}

export function keepPurpose({ purpose, activity }: WantedCopy): void {
  sessionStorage.setItem(kept, `${purpose} ${activity}`)
}

/** What is not filled in yet; null when the copy may be asked for. */
export function lackingOf(
  wanted: WantedCopy,
  purpose: Purpose | undefined,
  { pages }: Pages,
): WordKey | null {
  if (purpose === undefined) return 'copies.choosePurpose'
  if (purpose.reference !== 'optional' && wanted.reference.trim() === '') {
    return 'copies.nameReference'
  }
  if (wanted.which === 'some' && readPageRange(wanted.typed, pages) === null) {
    return 'copies.namePages'
  }
  return null
}

type Asked = { id: string; documentId: string; form: CopyForm; purpose: Purpose } & Pages

/** The body of `issueCopy`. */
export function copyBody(wanted: WantedCopy, { id, documentId, form, purpose, ...at }: Asked) {
  const range =
    wanted.which === 'some'
      ? readPageRange(wanted.typed, at.pages)
      : wanted.which === 'this'
        ? { from: at.page, to: at.page }
        : null
  return {
    id,
    documents: [{ documentId, ...range }],
    form,
    covered: wanted.covered,
    marked: wanted.marked,
    purpose: purpose.code,
    activity: purpose.requiresActivity ? wanted.activity : null,
    reference: wanted.reference.trim() || null,
  }
}
