/** The value that this share of the times does not pass, to a tenth of a millisecond. */
export function percentile(times: readonly number[], share: number): number {
  const rising = [...times].sort((one, other) => one - other)
  const at = Math.min(rising.length - 1, Math.floor(rising.length * share))
  return Math.round(10 * (rising[at] ?? 0)) / 10
}
