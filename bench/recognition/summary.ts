import { heldOutVariant, type Variant, variants } from './degrade.ts'
import { mean, median } from './score.ts'
import type { Compared, Measured } from './trial.ts'

export type PageResult = {
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
  fallback_cer_more: 0.3,
}

export function summarise(results: readonly PageResult[]) {
  const ours = (pattern: RegExp) =>
    results.filter(({ variant }) => pattern.test(variant)).map((result) => result.ours)
  const cer = (list: readonly Measured[]) => list.map((each) => each.cer)
  const all = results.map((result) => result.ours)
  const beside = results.flatMap(({ ours, raw }) => (raw ? [{ ours, raw }] : []))
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
    thaiDigits_percent: share(all.map(({ thaiDigits }) => [thaiDigits.right, thaiDigits.wanted])),
    boxes_percent: share(all.map(({ boxes }) => [boxes.placed, boxes.found])),
    cpu_s: mean(all.map(({ cpu_s }) => cpu_s)),
    cleanUp_cpu_s: mean(all.map(({ cleanUp_cpu_s }) => cleanUp_cpu_s)),
    memory_mb: Math.max(0, ...all.map(({ memory_mb }) => memory_mb)),
    beside: {
      pages: beside.length,
      ours_cer: meanOf(beside.map(({ ours }) => ours.cer)),
      raw_cer: meanOf(beside.map(({ raw }) => raw.cer)),
      ours_cpu_s: meanOf(beside.map(({ ours }) => ours.cpu_s)),
      raw_cpu_s: meanOf(beside.map(({ raw }) => raw.cpu_s)),
    },
    fallback: {
      pages: both.length,
      cer_more: meanOf(both.map(({ ours, fallback }) => fallback.cer - ours.cer)),
      cpu_s: meanOf(both.map(({ fallback }) => fallback.cpu_s)),
    },
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
    const raw = of.flatMap((result) => (result.raw ? [result.raw.cer] : []))
    const ours = of.map((result) => result.ours)
    return [
      {
        variant,
        pages: of.length,
        cer: mean(ours.map(({ cer }) => cer)),
        wer: mean(ours.map(({ wer }) => wer)),
        account: accountShare(ours),
        boxes: share(ours.map(({ boxes }) => [boxes.placed, boxes.found])),
        cpu_s: mean(ours.map(({ cpu_s }) => cpu_s)),
        raw_cer: raw.length > 0 ? mean(raw) : null,
      },
    ]
  })
}

function accountShare(list: readonly Measured[]): number | null {
  return share(
    list.flatMap(({ accountFound }) => (accountFound === null ? [] : [[Number(accountFound), 1]])),
  )
}

/** Parts of wholes in percent; null of nothing. */
function share(parts: readonly (readonly [part: number, whole: number])[]): number | null {
  const whole = parts.reduce((sum, [, each]) => sum + each, 0)
  return whole === 0 ? null : (100 * parts.reduce((sum, [part]) => sum + part, 0)) / whole
}
