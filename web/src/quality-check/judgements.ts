import type { CheckDocument, Verdict } from '#conversion/contract'

/** A verdict as it was given here, and the one that stood before it. */
type Given = { documentId: string; before: Verdict | null }

/** What was judged in this check: the verdict of each document, and what can be taken back. */
export type Judgements = {
  readonly verdicts: ReadonlyMap<string, Verdict>
  readonly given: readonly Given[]
}

export const limits = { undo_max: 20 }

export function judgementsOf(documents: readonly CheckDocument[]): Judgements {
  const known = documents.flatMap(({ documentId, verdict }): [string, Verdict][] =>
    verdict === null ? [] : [[documentId, verdict]],
  )
  return { verdicts: new Map(known), given: [] }
}

export function judged(now: Judgements, documentId: string, verdict: Verdict): Judgements {
  const before = now.verdicts.get(documentId) ?? null
  return {
    verdicts: new Map(now.verdicts).set(documentId, verdict),
    given: [...now.given, { documentId, before }].slice(-limits.undo_max),
  }
}

/** The last verdict given here is taken back; null when none was. */
export function takenBack(now: Judgements): { documentId: string; left: Judgements } | null {
  const last = now.given.at(-1)
  if (last === undefined) return null
  const { documentId, before } = last
  return {
    documentId,
    left: { ...restored(now, documentId, before), given: now.given.slice(0, -1) },
  }
}

/** A document has the verdict again that it had before, or none. */
export function restored(now: Judgements, documentId: string, before: Verdict | null): Judgements {
  const verdicts = new Map(now.verdicts)
  if (before === null) verdicts.delete(documentId)
  else verdicts.set(documentId, before)
  return { ...now, verdicts }
}

type Documents = readonly Pick<CheckDocument, 'documentId'>[]

/** The next document without a verdict after place `at`, else the first one; -1 when all have theirs. */
export function nextOpen(documents: Documents, { verdicts }: Judgements, at: number): number {
  const open = documents.flatMap(({ documentId }, index) => (verdicts.has(documentId) ? [] : index))
  return open.find((index) => index > at) ?? open[0] ?? -1
}

/** The documents that a contact sheet shows to their end, and that have no verdict yet. */
export function endingOn(
  documents: readonly CheckDocument[],
  { verdicts }: Judgements,
  { end }: { end: number },
): CheckDocument[] {
  let pages = 0
  return documents.filter((document) => {
    pages += document.pages.length
    return pages <= end && !verdicts.has(document.documentId)
  })
}
