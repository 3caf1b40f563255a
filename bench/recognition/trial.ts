import { type Engine, plainText, recognisePage } from '#text-recognition'
import type { Variant } from './degrade.ts'
import { startMeter } from './meter.ts'
import { type OfficePage, truthOf } from './office-pages.ts'
import type { OtherReading } from './others.ts'
import type { Degraded } from './picture.ts'
import { canonical, characterErrorRate, wordErrorRate } from './score.ts'
import { type Counted, countBoxes, type TrueWord } from './word-boxes.ts'

/** A page to be read, as one kind of scan. */
export type Trial = { page: OfficePage; index: number; variant: Variant; heldOut: boolean }

export type Compared = { cer: number; wer: number; cpu_s: number; memory_mb: number }

/** `memory_mb`: the most the recogniser's process held at once; 0 for one inside this process. */
export type Measured = Compared & {
  cleanUp_cpu_s: number
  confidence: number
  layout: string
  /** Whether the employer's account number stands in the text exactly; null where the page has none. */
  accountFound: boolean | null
  /** The values behind the labels of a form: which stand in the text exactly, but for spaces. */
  fields: Counted
  /** Thai digits of the page, and how many of them stand in the text in order. */
  thaiDigits: Counted
  /** Words that were read, and how many of them have their box. */
  boxes: Counted
}

type Given = { trial: Trial; scan: Degraded; words: readonly TrueWord[]; engine: Engine }

const deadline_ms = 600_000

export async function measure({ trial, scan, words, engine }: Given): Promise<Measured> {
  const meter = startMeter()
  const signal = AbortSignal.timeout(deadline_ms)
  const page = await recognisePage(scan, { engine, signal })
  const spent = meter.stop()
  const text = plainText(page)
  const { account } = trial.page
  const children_cpu_s = spent.children_cpu_s
  return {
    ...compare(trial, {
      text,
      cpu_s: spent.own_cpu_s + children_cpu_s,
      memory_mb: spent.children_memory_mb,
    }),
    // A recogniser inside this process cannot be told from the clean-up.
    cleanUp_cpu_s: children_cpu_s > 0 ? spent.own_cpu_s : 0,
    confidence: page.meanConfidence,
    layout: page.recipe.layout,
    accountFound: account === null ? null : canonical(text).includes(account),
    fields: countFields(trial.page, canonical(text)),
    thaiDigits: countThaiDigits(truthOf(trial.page), text),
    boxes: countBoxes(words, { page, scan }),
  }
}

export function compare(trial: Trial, { text, cpu_s, memory_mb }: OtherReading): Compared {
  const truth = truthOf(trial.page)
  return {
    cer: characterErrorRate(truth, text),
    wer: wordErrorRate(truth, text),
    cpu_s,
    memory_mb,
  }
}

/** Runs of Thai digits are looked for in turn; of a run that is not found whole, none is right. */
function countThaiDigits(truth: string, text: string): Counted {
  const [runs, read] = [truth, text].map((each) => [...each.matchAll(/[๐-๙]+/g)].map(String))
  const left = [...(read ?? [])]
  let right = 0
  for (const run of runs ?? []) {
    const at = left.indexOf(run)
    if (at < 0) continue
    left.splice(at, 1)
    right += run.length
  }
  return { of: (runs ?? []).reduce((sum, run) => sum + run.length, 0), right }
}

function countFields({ blocks }: OfficePage, text: string): Counted {
  const wanted = blocks.flatMap((block) =>
    block.kind === 'fields' ? block.fields.map(([, value]) => canonical(value)) : [],
  )
  return { of: wanted.length, right: wanted.filter((value) => text.includes(value)).length }
}
