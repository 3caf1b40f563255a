import type { Page } from 'playwright-core'
import { type Figure, figure } from './figure.ts'

type Given = {
  address: string
  longest: { documentId: string; pages: number }
  tries: number
}
type Turned = { first: number; sharp: number }

const limits = { rest_ms: 1_200 }

/** From the key to the next page, with its neighbours held ready and without. */
export async function measureTurning(page: Page, { address, longest, tries }: Given) {
  await page.goto(`${address}/documents/${longest.documentId}`)
  await page.getByRole('img', { name: /หน้า 1/ }).first().waitFor()
  await page.waitForTimeout(2 * limits.rest_ms)
  const ready: Turned[] = []
  for (let at = 0; at < tries; at++) {
    // There and back, so that any length of document gives enough of them.
    const forth = Math.floor(at / (longest.pages - 1)) % 2 === 0
    const turned = await press(page, forth ? 'ArrowRight' : 'ArrowLeft')
    if (turned !== null) ready.push(turned)
  }
  const cold: Turned[] = []
  await press(page, 'Home')
  for (let at = 0; at < tries; at++) {
    const turned = await press(page, at % 2 === 0 ? 'End' : 'Home')
    if (turned !== null) cold.push(turned)
  }
  const figures: Figure[] = [
    figure(
      'page turn, held ready',
      ready.map(({ first }) => first),
      { goal: 17, unit: 'ms' },
    ),
    figure(
      'page turn, cold: something of the page',
      cold.map(({ first }) => first),
      {
        goal: 120,
        unit: 'ms',
      },
    ),
    figure(
      'page turn, cold: sharp',
      cold.map(({ sharp }) => sharp),
      { goal: 120, unit: 'ms' },
    ),
  ]
  return figures
}

async function press(page: Page, key: string): Promise<Turned | null> {
  await page.evaluate('bench.at = 0; bench.mark()')
  const turned = page.evaluate<Turned | null>('bench.turned()')
  await page.keyboard.press(key)
  const answer = await turned
  await page.waitForTimeout(limits.rest_ms)
  return answer
}
