import type { ChecklistRule, SlotRule } from './commits.ts'
import type { Checklist, Slot } from './contract.ts'

export type FiledPaper = { readonly type: string; readonly documentId: string }
export type Waiver = { readonly reason: string; readonly by: string; readonly on: string }

export type Judging = {
  filed: readonly FiledPaper[]
  waivers: ReadonlyMap<string, Waiver>
  /** Thai titles by code of document type; a code without one shows itself. */
  typeTitles: ReadonlyMap<string, string>
}

/** What is in the file and what is not, slot by slot. A paper may serve several slots. */
export function judgeChecklist(rule: ChecklistRule, judging: Judging): Checklist {
  const countOf = new Map<string, number>()
  const seen = new Set<string>()
  for (const { type, documentId } of judging.filed) {
    if (seen.has(documentId)) continue
    seen.add(documentId)
    countOf.set(type, (countOf.get(type) ?? 0) + 1)
  }
  const slots = rule.slots.map((slot) => judgeSlot(slot, countOf, judging))
  return {
    code: rule.code,
    slots,
    filled: slots.filter(({ state }) => state === 'found').length,
    counted: slots.filter(({ state }) => state === 'found' || state === 'missing').length,
  }
}

function judgeSlot(
  rule: SlotRule,
  countOf: ReadonlyMap<string, number>,
  { waivers, typeTitles }: Judging,
): Slot {
  const sets = completeSets(rule, countOf)
  const waiver = waivers.get(rule.code) ?? null
  return {
    code: rule.code,
    titleTh: rule.titleTh,
    titleEn: rule.titleEn,
    need: rule.need,
    repeatsFor: rule.repeatsFor,
    anyOf: rule.anyOf.map(({ allOf }) => ({
      types: allOf.map((code) => ({
        code,
        titleTh: typeTitles.get(code) ?? code,
        filed: countOf.has(code),
      })),
    })),
    state: stateOf(rule, sets > 0, waiver !== null),
    copies: rule.repeatsFor === null ? Math.min(sets, 1) : sets,
    waiver,
  }
}

/** A paper that arrives after the waiver still fills the slot. */
function stateOf(rule: SlotRule, found: boolean, waived: boolean): Slot['state'] {
  if (found) return 'found'
  if (waived) return 'waived'
  return rule.need === 'required' ? 'missing' : 'not-asked'
}

/** Whole sets over all alternatives, first alternative first; one paper counts in one set only. */
function completeSets({ anyOf }: SlotRule, countOf: ReadonlyMap<string, number>): number {
  const left = new Map(countOf)
  let sets = 0
  for (const { allOf } of anyOf) {
    const whole = Math.min(...allOf.map((code) => left.get(code) ?? 0))
    for (const code of allOf) left.set(code, (left.get(code) ?? 0) - whole)
    sets += whole
  }
  return sets
}
