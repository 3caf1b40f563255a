import { findNear } from './near.ts'
import { type ReadLine, unfolded } from './page-lines.ts'
import type { KnownType, Proposal } from './proposal.ts'
import { type TypeWords, wordsOfType } from './type-words.ts'

/** Below this nothing is proposed: a person decides quicker than they would mend a wrong guess. */
export const typeLimits = { confidence_min: 0.6, proposals_max: 3 }

type Reason = 'form_number' | 'title' | 'key_phrases'
/** `weight` is how much one sign alone says for the type, 0 to 1. */
type Sign = {
  code: string
  reason: Reason
  weight: number
  line: ReadLine
  range: { start: number; end: number }
  /** Two phrases are two signs, one phrase seen twice is one. */
  phrase?: string
}

/** Which of the catalogue's types the document is, the likeliest first; empty when the pages do not tell. */
export function proposeType(lines: readonly ReadLine[], types: readonly KnownType[]): Proposal[] {
  const words = types.map(wordsOfType)
  const signs = lines.flatMap((line) =>
    words.flatMap((type) => [
      ...formSigns(line, type),
      ...titleSigns(line, type),
      ...phraseSigns(line, type),
    ]),
  )
  const judged = [...Map.groupBy(signs, ({ code }) => code)].map(([code, of]) => judge(code, of))
  const odds = judged.reduce((sum, { weight }) => sum + oddsOf(weight), 1)
  return judged
    .map(({ best, weight }) => ({ best, confidence: oddsOf(weight) / odds }))
    .filter(({ confidence }) => confidence >= typeLimits.confidence_min)
    .toSorted((one, other) => other.confidence - one.confidence)
    .slice(0, typeLimits.proposals_max)
    .map(({ best, confidence }) => toProposal(best, confidence))
}

function toProposal({ code, reason, line, range }: Sign, confidence: number): Proposal {
  const box = line.boxOf(unfolded(line, range))
  return { field: 'type', value: code, confidence, reason, pageOrdinal: line.pageOrdinal, box }
}

/** Signs of different kinds and different phrases add up; of like ones only the strongest counts. */
function judge(code: string, signs: readonly Sign[]): { code: string; best: Sign; weight: number } {
  const strongest = [...Map.groupBy(signs, ({ reason, phrase }) => phrase ?? reason).values()].map(
    (of) => of.reduce((one, other) => (other.weight > one.weight ? other : one)),
  )
  const best = strongest.reduce((one, other) => (other.weight > one.weight ? other : one))
  const doubt = strongest.reduce((product, { weight }) => product * (1 - weight), 1)
  return { code, best, weight: 1 - doubt }
}

function oddsOf(weight: number): number {
  return weight / (1.0001 - weight)
}

const figures = /(?:\d{1,2}(?: \d{1,2}){0,2})(?: ?[ก-ฮ](?![ก-ฮ]))?/y

/** A form's number stands by itself at the top; in running text it names another form. */
function formSigns(line: ReadLine, { code, form }: TypeWords): Sign[] {
  if (form === null) return []
  const { folded } = line.fold
  const letters = findNear(folded, form.letters, form.letters.length > 2 ? 1 : 0)
  if (!letters) return []
  figures.lastIndex = letters.end + (folded[letters.end] === ' ' ? 1 : 0)
  const read = figures.exec(folded)?.[0].replaceAll(/ ?([ก-ฮ])$/g, ' $1')
  if (read !== form.figures) return []
  const range = { start: letters.start, end: figures.lastIndex }
  const alone = (range.end - range.start) / folded.length
  const atTop = line.height < 0.3 && line.pageOrdinal === 1
  const weight = (alone > 0.6 ? 0.97 : 0.75) * (atTop ? 1 : 0.5) * (letters.edits > 0 ? 0.9 : 1)
  return [{ code, reason: 'form_number', weight, line, range }]
}

const titleShare = 0.2

/** A title fills its line, stands high on the first page, and is often larger than the text. */
function titleSigns(line: ReadLine, { code, titles }: TypeWords): Sign[] {
  const { folded } = line.fold
  return titles.flatMap((title): Sign[] => {
    const near = findNear(folded, title, Math.floor(title.length * titleShare))
    if (!near) return []
    const likeness = 1 - near.edits / title.length
    const filled = (near.end - near.start) / folded.length
    const place = line.pageOrdinal > 1 ? 0.5 : line.height < 0.4 ? 1 : 0.5
    const size = line.size > 1.2 ? 1 : 0.92
    // A short title is a word of running text as well.
    const length = Math.min(1, 0.8 + title.length / 60)
    const weight = 0.96 * likeness ** 2 * filled ** 1.5 * place * size * length
    return [{ code, reason: 'title', weight, line, range: near }]
  })
}

function phraseSigns(line: ReadLine, { code, phrases }: TypeWords): Sign[] {
  return phrases.flatMap((phrase): Sign[] => {
    const near = findNear(line.fold.folded, phrase, Math.floor(phrase.length * titleShare))
    if (!near) return []
    const weight = 0.75 * (1 - near.edits / phrase.length)
    return [{ code, reason: 'key_phrases', weight, line, range: near, phrase }]
  })
}
