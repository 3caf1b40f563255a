import type { Page } from 'playwright-core'
import { type Figure, figure } from './figure.ts'

type Given = { address: string; filed: readonly string[]; tries: number }

/** From Enter on a result to the list of the file, and to its first page. */
export async function measureOpening(page: Page, given: Given): Promise<Figure[]> {
  const lists: number[] = []
  const pages: number[] = []
  for (let at = 0; at < given.tries; at++) {
    const account = given.filed[at % given.filed.length] ?? ''
    await page.goto(`${given.address}/?q=${account}`)
    await page.locator('main [role="option"]').first().waitFor()
    // As a clerk reads the result: what the screen fetches ahead has come.
    await page.waitForTimeout(1_500)
    await page.evaluate('bench.at = 0; bench.mark()')
    await page.keyboard.press('ArrowDown')
    await page.evaluate('bench.at = 0; bench.mark()')
    await page.keyboard.press('Enter')
    const listed = await page.evaluate<number | null>(
      `bench.painted(() => location.pathname.startsWith('/files/') &&
        document.querySelector('main h1') !== null &&
        document.querySelector('main [role="option"], main [role="row"]') !== null)`,
    )
    const shown = await page.evaluate<number | null>(
      `bench.painted(() => [...document.querySelectorAll('main img')]
        .some((one) => one.src.includes('/api/pages/') && one.complete && one.naturalWidth > 0))`,
    )
    if (listed !== null) lists.push(listed)
    if (shown !== null) pages.push(shown)
  }
  return [
    figure('Enter → list of the file', lists, { goal: 400, unit: 'ms' }),
    figure('Enter → first page of the file', pages, { goal: 600, unit: 'ms' }),
  ]
}
