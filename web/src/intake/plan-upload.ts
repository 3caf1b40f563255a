export const limits = { batch_scans_max: 2_000, scan_bytes_max: 100 * 1024 ** 2, uploads_max: 3 }

type Named = { readonly name: string; readonly path: string; readonly size: number }

const systemNames = new Set(['thumbs.db', 'desktop.ini', '.ds_store'])
const byPath = new Intl.Collator('th', { numeric: true })

/** Which of the chosen files are sent, in the order a person would count them: 2 before 10. */
export function planUpload<F extends Named>(
  files: readonly F[],
): { send: F[]; skipped: number; tooLarge: F[] } {
  const real = files.filter(({ name, size }) => size > 0 && !isSystemFile(name))
  const tooLarge = real.filter(({ size }) => size > limits.scan_bytes_max)
  const send = real
    .filter(({ size }) => size <= limits.scan_bytes_max)
    .sort((a, b) => byPath.compare(a.path, b.path))
  return { send, skipped: files.length - real.length, tooLarge }
}

function isSystemFile(name: string): boolean {
  return systemNames.has(name.toLowerCase()) || name.startsWith('._')
}

/** Parts of at most `size`, in order. */
export function inParts<T>(items: readonly T[], size: number): T[][] {
  const parts: T[][] = []
  for (let at = 0; at < items.length; at += size) parts.push(items.slice(at, at + size))
  return parts
}

/** Does `work` for each item, at most `at_once` at a time, begun in order. The first failure ends it. */
export async function eachAtOnce<T>(
  items: readonly T[],
  at_once: number,
  work: (item: T) => Promise<void>,
): Promise<void> {
  const rest = [...items]
  let failed = false
  async function worker() {
    for (let item = rest.shift(); item !== undefined && !failed; item = rest.shift()) {
      try {
        await work(item)
      } catch (error) {
        failed = true
        throw error
      }
    }
  }
  await Promise.all(Array.from({ length: Math.min(at_once, items.length) }, worker))
}
