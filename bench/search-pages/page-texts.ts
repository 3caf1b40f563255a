import { type Employer, employerSource, seededRandom } from '#sample-office'
import { planDocuments } from '../../src/sample-office/document-plan.ts'
import { type EmployerFacts, factsOf } from '../../src/sample-office/employer-facts.ts'
import { aPaper, pageLines } from '../../src/sample-office/paper.ts'
import { evenMisreader, measuredMisreader } from './misread.ts'

/** A page of an invented employer's file: what stands on it, and what a recogniser made of that. */
export type PageText = {
  index: number
  pageId: string
  documentId: string
  employer: Employer
  facts: EmployerFacts
  type: string
  year: number
  clean: readonly string[]
  /** The share of letters that were read wrongly. */
  noise: number
  read: readonly string[]
}

export const noises = [0, 0.05, 0.08, 0.1, 0.15] as const

const perEmployer = 4

export type PageSource = (index: number) => PageText

/**
 * The pages of a whole country from one seed: four of each employer, each misread in one of the shares.
 * `errors: 'even'` misreads in a way that was never measured.
 */
export function pageSource(seed: string, errors: 'measured' | 'even' = 'measured'): PageSource {
  const employerAt = employerSource(seed, 'nation')
  const misread = errors === 'even' ? evenMisreader : measuredMisreader()
  return (index) => {
    const employer = employerAt(Math.floor(index / perEmployer))
    const facts = factsOf(employer)
    const turn = index % perEmployer
    const { type, year, lines } = paperOf(facts, index)
    const random = seededRandom(`${seed}/misread/${index}`)
    const noise = noises[(turn + Math.floor(index / perEmployer)) % noises.length] ?? 0
    return {
      index,
      pageId: idOf(index),
      documentId: idOf(index),
      employer,
      facts,
      type,
      year,
      clean: lines,
      noise,
      read: lines.map((line) => misread(line, noise, random)),
    }
  }
}

function paperOf(facts: EmployerFacts, index: number) {
  const random = seededRandom(`paper/${index}`)
  const turn = Math.floor(index / perEmployer)
  const planned = planDocuments(facts, { pages: perEmployer + 1, turn }, random)
  const document = planned[index % perEmployer] ?? planned[0]
  if (document === undefined) throw new RangeError(`Employer of page ${index} has no paper`)
  const { code, date } = document
  return {
    type: code,
    year: Number(date.slice(0, 4)),
    lines: pageLines(aPaper(code, facts, date, random), 0),
  }
}

/** In the order of the index, so that a refill may ask in order. */
function idOf(index: number): string {
  return `00000000-0000-7000-8000-${String(index).padStart(12, '0')}`
}
