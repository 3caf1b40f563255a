import type { Page } from 'playwright-core'
import { type Figure, figure } from './figure.ts'

const limits = { rows: 10_000, scroll_ms: 4_000 }

/**
 * The time of a frame while the list of a file with 10,000 papers moves. No invented file is so thick, so the answer of
 * the server is made longer on its way: the list on the screen is the real one.
 */
export async function measureLists(
  page: Page,
  { address, account }: { address: string; account: string },
): Promise<Figure[]> {
  await page.route(`**/api/employer-files/${account}`, async (route) => {
    const answer = await route.fetch()
    const file: { documents: { documentId: string }[] } = await answer.json()
    const thick = Array.from({ length: limits.rows }, (_, at) => ({
      ...file.documents[at % file.documents.length],
      documentId: `00000000-0000-4000-8000-${String(at).padStart(12, '0')}`,
    }))
    await route.fulfill({ response: answer, json: { ...file, documents: thick } })
  })
  await page.goto(`${address}/files/${account}`)
  await page
    .locator('main :is([role="option"], [role="row"])')
    .first()
    .waitFor({ timeout: 120_000 })
  await page.waitForTimeout(2_000)
  const seen = await page.evaluate<{ gaps: number[]; rows: number } | null>(
    `bench.scrolled(${limits.scroll_ms})`,
  )
  await page.unroute(`**/api/employer-files/${account}`)
  if (seen === null) throw new Error('no list was there to scroll')
  return [
    // A screen of 60 frames a second gives each 16.7 ms.
    figure('list of 10,000 papers, time of a frame', seen.gaps, { goal: 17, unit: 'ms' }),
    figure('list of 10,000 papers, rows in the page', [seen.rows], { goal: null, unit: 'rows' }),
  ]
}
