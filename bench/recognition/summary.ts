import { heldOutVariant, type Variant, variants } from './degrade.ts'
import { mean, median } from './score.ts'
import type { Compared, Measured } from './trial.ts'
import type { Counted } from './word-boxes.ts'

export type PageResult = {
  /** Of the page within its part. */
  index: number
  page: string
  font: string
  variant: Variant
  heldOut: boolean
  ours: Measured
  /** Tesseract alone; null where it was not asked. */
  raw: Compared | null
  ocrmypdf: Compared | null
  /** Ours with the built-in recogniser. */
  fallback: Measured | null
}

export const goals = {
  printed_scans_median: 1.5,
  all_variants_mean: 3.5,
  stamps_mean: 4,
  fax_copy_poor_mean: 4,
  account_scan_percent: 99,
  account_fax_copy_percent: 92,
  thaiDigits_percent: 97,
  boxes_percent: 95,
  cpu_s: 2,
  cpu_over_raw_percent: 35,
  fallback_cer_more: 0.3,
}

export function summarise(results: readonly PageResult[]) {
  const ours = (pattern: RegExp) =>
    results.filter(({ variant }) => pattern.test(variant)).map((result) => result.ours)
  const cer = (list: readonly Measured[]) => list.map((each) => each.cer)
  const all = results.map((result) => result.ours)
  const both = results.flatMap(({ ours, fallback }) => (fallback ? [{ ours, fallback }] : []))
  return {
    pages: results.length,
    printed_scans_median: median(cer(ours(/^(clean|scan)/))),
    all_variants_mean: mean(cer(all)),
    stamps_mean: meanOf(cer(ours(/^stamp/))),
    fax_copy_poor_mean: meanOf(cer(ours(/^(fax|copy|poor)/))),
    wer_mean: mean(all.map(({ wer }) => wer)),
    account_scan_percent: accountShare(ours(/^(clean|scan|stamp)/)),
    account_fax_copy_percent: accountShare(ours(/^(fax|copy)/)),
    fields_percent: share(all.map(({ fields }) => fields)),
    thaiDigits_percent: share(all.map(({ thaiDigits }) => thaiDigits)),
    boxes_percent: share(all.map(({ boxes }) => boxes)),
    cpu_s: mean(all.map(({ cpu_s }) => cpu_s)),
    cleanUp_cpu_s: mean(all.map(({ cleanUp_cpu_s }) => cleanUp_cpu_s)),
    memory_mb: Math.max(0, ...all.map(({ memory_mb }) => memory_mb)),
    raw: besideOthers(results, ({ raw }) => raw),
    ocrmypdf: besideOthers(results, ({ ocrmypdf }) => ocrmypdf),
    fallback: {
      pages: both.length,
      cer_more: meanOf(both.map(({ ours, fallback }) => fallback.cer - ours.cer)),
      cpu_s: meanOf(both.map(({ fallback }) => fallback.cpu_s)),
    },
  }
}

/** Another program on the pages that it was asked to read, and ours on the same pages. */
function besideOthers(
  results: readonly PageResult[],
  theirsOf: (result: PageResult) => Compared | null,
) {
  const pairs = results.flatMap((result) => {
    const theirs = theirsOf(result)
    return theirs ? [{ ours: result.ours, theirs }] : []
  })
  const [cpu, theirCpu] = [
    meanOf(pairs.map(({ ours }) => ours.cpu_s)),
    meanOf(pairs.map(({ theirs }) => theirs.cpu_s)),
  ]
  return {
    pages: pairs.length,
    cer: meanOf(pairs.map(({ theirs }) => theirs.cer)),
    cer_median: pairs.length > 0 ? median(pairs.map(({ theirs }) => theirs.cer)) : null,
    wer: meanOf(pairs.map(({ theirs }) => theirs.wer)),
    cpu_s: theirCpu,
    memory_mb: Math.max(0, ...pairs.map(({ theirs }) => theirs.memory_mb)),
    ours_cer: meanOf(pairs.map(({ ours }) => ours.cer)),
    ours_cpu_s: cpu,
    /** Negative where ours takes less. */
    ours_cpu_over_percent: cpu !== null && theirCpu ? 100 * (cpu / theirCpu - 1) : null,
  }
}

/** Null where there was nothing to measure: a nought would look like a goal reached. */
function meanOf(list: readonly number[]): number | null {
  return list.length === 0 ? null : mean(list)
}

/** A line for each kind of scan. */
export function byVariant(results: readonly PageResult[]) {
  return [...variants, heldOutVariant].flatMap((variant) => {
    const of = results.filter((result) => result.variant === variant)
    if (of.length === 0) return []
    const cerOf = (list: readonly (Compared | null)[]) =>
      meanOf(list.flatMap((each) => (each ? [each.cer] : [])))
    const ours = of.map((result) => result.ours)
    return [
      {
        variant,
        pages: of.length,
        cer: mean(ours.map(({ cer }) => cer)),
        cer_median: median(ours.map(({ cer }) => cer)),
        wer: mean(ours.map(({ wer }) => wer)),
        account: accountShare(ours),
        fields: share(ours.map(({ fields }) => fields)),
        boxes: share(ours.map(({ boxes }) => boxes)),
        cpu_s: mean(ours.map(({ cpu_s }) => cpu_s)),
        cleanUp_cpu_s: mean(ours.map(({ cleanUp_cpu_s }) => cleanUp_cpu_s)),
        memory_mb: Math.max(...ours.map(({ memory_mb }) => memory_mb)),
        raw_cer: cerOf(of.map(({ raw }) => raw)),
        ocrmypdf_cer: cerOf(of.map(({ ocrmypdf }) => ocrmypdf)),
        fallback_cer: cerOf(of.map(({ fallback }) => fallback)),
      },
    ]
  })
}

function accountShare(list: readonly Measured[]): number | null {
  return share(
    list.flatMap(({ accountFound }) =>
      accountFound === null ? [] : [{ of: 1, right: Number(accountFound) }],
    ),
  )
}

/** Parts of wholes in percent; null of nothing. */
function share(parts: readonly Counted[]): number | null {
  const whole = parts.reduce((sum, { of }) => sum + of, 0)
  return whole === 0 ? null : (100 * parts.reduce((sum, { right }) => sum + right, 0)) / whole
}
