import { setTimeout as delay } from 'node:timers/promises'
import type { Page } from 'playwright-core'
import { type Figure, figure } from './figure.ts'

type Given = {
  address: string
  names: readonly string[]
  filed: readonly string[]
  tries: number
}

const limits = { letters_max: 8, between_keys_ms: 140, asked_ms_max: 300, wait_ms_max: 10_000 }

/** From each key of a name or a number to the frame that shows its results. */
export async function measureKeys(page: Page, given: Given): Promise<Figure[]> {
  const words = given.names
    .slice(0, given.tries)
    .map((name) => [...name].slice(0, limits.letters_max))
  const numbers = given.filed.slice(0, given.tries).map((account) => [...account])
  await page.goto(given.address)
  const letters = await typed(page, words)
  const digits = await typed(page, numbers)
  return [
    figure('key → results, part of a name', letters, { goal: 250, unit: 'ms' }),
    figure('key → results, account number', digits, { goal: 250, unit: 'ms' }),
  ]
}

async function typed(page: Page, texts: readonly string[][]): Promise<number[]> {
  const box = page.getByRole('combobox', { name: /ค้นหา/ })
  const measured: number[] = []
  for (const characters of texts) {
    await box.fill('')
    await delay(limits.between_keys_ms)
    for (const character of characters) {
      const ms = await keyed(page, character)
      if (ms !== null) measured.push(ms)
      await delay(limits.between_keys_ms)
    }
  }
  return measured
}

/** Null where the box asks nothing yet, or what it asked before was answered from memory. */
async function keyed(page: Page, character: string): Promise<number | null> {
  await page.evaluate('bench.at = 0; bench.mark()')
  await page.keyboard.type(character)
  const q = await page.evaluate<string>('document.activeElement.value.trim()')
  const asked = (q.match(/\p{L}/gu)?.length ?? 0) >= 2 || (q.match(/\p{Nd}/gu)?.length ?? 0) >= 3
  if (!asked) return null
  return await page.evaluate<number | null>(
    `(async () => {
      const q = ${JSON.stringify(q)}
      const until = performance.now() + ${limits.wait_ms_max}
      while (!bench.answered.has(q)) {
        const now = performance.now()
        if (now > until || (now - bench.at > ${limits.asked_ms_max} && !bench.asked.has(q))) return null
        await bench.frame()
      }
      const ms = bench.answered.get(q) - bench.at
      bench.answered.delete(q)
      bench.asked.delete(q)
      return bench.at === 0 || ms < 0 ? null : ms
    })()`,
  )
}
