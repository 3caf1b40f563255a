import type { Browser, Page } from 'playwright-core'
import { officePage } from '../../test/kit/browser.ts'
import { kinds } from './line-papers.ts'
import { at } from './measure-intake.ts'

export type StationFound = {
  documents: number
  keystrokes_a_document: number
  /** With nobody thinking: what program and browser allow. */
  documents_min_machine: number
  /** With a clerk who looks at each page for `look_ms`. */
  documents_min: number
  look_ms: number
  painted_ms?: { median: number; p95: number; most: number }
}

async function deskOf(browser: Browser, address: string, role: string): Promise<Page> {
  const { page } = await officePage(browser)
  await page.emulateMedia({ colorScheme: 'light', reducedMotion: 'reduce' })
  await page.addInitScript(watching)
  await page.request.post(`${address}/api/sample-sign-in`, {
    data: { username: `sample-${role}` },
    headers: { origin: address },
  })
  return page
}

// Runs in the page: counts keys, and from each key the time until every picture that is then shown is decoded
// and a frame with it was drawn.
const watching = `
  window.__keys = 0
  window.__painted = []
  addEventListener('keydown', () => {
    window.__keys += 1
    const began = performance.now()
    const look = () => {
      const shown = [...document.querySelectorAll('[data-shown] img')]
      const there = shown.length > 0 && shown.every((each) => each.complete && each.naturalWidth > 0)
      if (!there) return requestAnimationFrame(look)
      Promise.all(shown.map((each) => each.decode().catch(() => undefined))).then(() =>
        requestAnimationFrame(() => window.__painted.push(performance.now() - began)),
      )
    }
    requestAnimationFrame(look)
  }, { capture: true })
`

const keysOf = (page: Page) => page.evaluate<number>('window.__keys')
const forget = (page: Page) => page.evaluate('window.__keys = 0; window.__painted = []')

/** A checker looks at each page of each document and accepts it, by keyboard alone. */
export async function measureCheck(
  browser: Browser,
  { address, pages, look_ms }: { address: string; pages: number; look_ms: number },
): Promise<StationFound> {
  const page = await deskOf(browser, address, 'checker')
  await page.goto(`${address}/checks`)
  await page.getByRole('button', { name: /^ตรวจ Enter|^ตรวจ$/ }).waitFor()
  await page.keyboard.press('KeyN')
  // Of a large batch only the sample is looked at.
  const none = page.getByText(/^0\/\d+$/).first()
  const documents = Number((await none.textContent())?.slice(2))
  await page.waitForLoadState('networkidle')
  await forget(page)
  let looking_ms = 0
  const started = performance.now()
  for (let done = 1; done <= documents; done++) {
    // All four stand side by side; the arrows go from one to the next.
    for (let turn = 1; turn < pages; turn++) {
      await page.keyboard.press('ArrowRight')
      await painted(page)
      looking_ms += await thinking(page, look_ms)
    }
    looking_ms += await thinking(page, look_ms)
    await page.keyboard.press('KeyA')
    await page.getByText(`${done}/${documents}`).first().waitFor()
    await painted(page)
  }
  const minutes = (performance.now() - started) / 60_000
  const waits = (await page.evaluate<number[]>('window.__painted')).sort((a, b) => a - b)
  const keys = await keysOf(page)
  await page.context().close()
  return {
    documents,
    keystrokes_a_document: keys / documents,
    documents_min_machine: documents / (minutes - looking_ms / 60_000),
    documents_min: documents / minutes,
    look_ms,
    painted_ms: { median: at(waits, 0.5), p95: at(waits, 0.95), most: at(waits, 1) },
  }
}

async function painted(page: Page): Promise<void> {
  while (await page.evaluate<boolean>('window.__painted.length < window.__keys')) {
    await page.waitForTimeout(5)
  }
}

async function thinking(page: Page, look_ms: number): Promise<number> {
  const began = performance.now()
  await page.waitForTimeout(look_ms)
  return performance.now() - began
}

/** A clerk indexes each document: takes what is proposed, types what is not, goes on. By keyboard alone. */
export async function measureIndex(
  browser: Browser,
  {
    address,
    batchId,
    documents,
    look_ms,
  }: { address: string; batchId: string; documents: number; look_ms: number },
): Promise<StationFound> {
  const page = await deskOf(browser, address, 'scanner')
  await page.goto(`${address}/line/${batchId}`)
  await page.locator('[role="listbox"]:focus').waitFor()
  await page.keyboard.press('Home')
  await forget(page)
  let looking_ms = 0
  const started = performance.now()
  for (let done = 0; done < documents; done++) {
    await page.getByRole('heading', { name: `ดัชนีเอกสาร ${done + 1}`, exact: true }).waitFor()
    looking_ms += await thinking(page, look_ms)
    const type = page.getByRole('combobox', { name: /ประเภทเอกสาร/ })
    await page.keyboard.press('KeyY')
    await page.getByText('บันทึกครบแล้ว').waitFor()
    if ((await type.inputValue()) === '') await typeKind(page, done)
    if (done < documents - 1) await page.keyboard.press('ArrowDown')
  }
  await page.getByText('บันทึกครบแล้ว').waitFor()
  const minutes = (performance.now() - started) / 60_000
  const keys = await keysOf(page)
  await page.context().close()
  return {
    documents,
    keystrokes_a_document: keys / documents,
    documents_min_machine: documents / (minutes - looking_ms / 60_000),
    documents_min: documents / minutes,
    look_ms,
  }
}

/** From the pages into the first field that wants a value, a few letters, and back to the pages. */
async function typeKind(page: Page, at: number): Promise<void> {
  const title = kinds[at % kinds.length]?.[1] ?? ''
  await page.keyboard.press('KeyI')
  await page.locator('[data-field="type"] input:focus').waitFor()
  await page.keyboard.type(title.slice(0, 6))
  await page
    .getByRole('option', { name: new RegExp(title.slice(0, 6)) })
    .first()
    .waitFor()
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Enter')
  await page.getByText('บันทึกครบแล้ว').waitFor()
  await page.keyboard.press('Escape')
}
