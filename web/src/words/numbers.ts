const grouped = new Intl.NumberFormat('en-US')

/** `12,345` */
export function sayCount(count: number): string {
  return grouped.format(count)
}

/** `3.4 MB`; file sizes as people read them, with decimal units. */
export function saySize(bytes: number): string {
  if (bytes < 1_000) return `${bytes} B`
  const units = ['kB', 'MB', 'GB']
  let size = bytes / 1_000
  let unit = 0
  while (size >= 1_000 && unit < units.length - 1) {
    size /= 1_000
    unit += 1
  }
  return `${size < 10 ? size.toFixed(1) : Math.round(size)} ${units[unit]}`
}

/** Whole per cent; 100 only when all is done. */
export function percentOf(done: number, all: number): number {
  if (all <= 0) return 0
  return done >= all ? 100 : Math.min(99, Math.floor((done / all) * 100))
}
