import { appendFile, readFile, writeFile } from 'node:fs/promises'
import type { PageResult } from './summary.ts'

/** What the results of a page depend on: under a changed recipe it is measured anew. */
type Conditions = { seed: number; recipe: string }

type Kept = Conditions & { result: PageResult }

/**
 * Results kept one line a page as they come, so that a run that was broken off goes on where it was.
 * Those measured under other conditions are dropped.
 */
export async function openResults(file: string, conditions: Conditions) {
  const written = await readFile(file, 'utf8').catch(() => '')
  const kept = written
    .split('\n')
    .filter(isWhole)
    .map((line): Kept => JSON.parse(line))
    .filter(({ seed, recipe }) => seed === conditions.seed && recipe === conditions.recipe)
  const lineOf = (result: PageResult) => `${JSON.stringify({ ...conditions, result }, rounded)}\n`
  await writeFile(file, kept.map(({ result }) => lineOf(result)).join(''))
  const results = new Map(kept.map(({ result }) => [keyOf(result), result]))
  return {
    has: (trial: Pick<PageResult, 'index' | 'heldOut'>) => results.has(keyOf(trial)),
    all: () => [...results.values()],
    async add(result: PageResult): Promise<void> {
      results.set(keyOf(result), result)
      await appendFile(file, lineOf(result))
    },
  }
}

/** The last line of a run that was killed while writing it is cut short. */
function isWhole(line: string): boolean {
  return line.startsWith('{') && line.endsWith('}}')
}

function keyOf({ index, heldOut }: Pick<PageResult, 'index' | 'heldOut'>): string {
  return `${heldOut ? 'held out' : 'known'}/${index}`
}

export function rounded(_key: string, value: unknown): unknown {
  return typeof value === 'number' ? Number(value.toFixed(2)) : value
}
