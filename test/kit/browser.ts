import { existsSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { type Browser, chromium, type Page } from 'playwright-core'

const browserLimits = { wait_ms_max: 60_000 }

const program = process.env['CHROMIUM'] ?? '/usr/bin/chromium'

/** Whether this machine has the browser; a test that skips says loudly what it did not prove. */
export function browserMissing(what: string): string | false {
  if (existsSync(program)) return false
  return `NOT PROVED: ${what} (no Chromium; apt-get install chromium)`
}

export async function openBrowser(): Promise<Browser> {
  return await chromium.launch({
    executablePath: program,
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
    ],
  })
}

/** A page of an office PC that notes every violation of the content security policy and every error. */
export async function officePage(browser: Browser): Promise<{ page: Page; complaints: string[] }> {
  const context = await browser.newContext({
    viewport: { width: 1366, height: 768 },
    locale: 'th-TH',
    timezoneId: 'Asia/Bangkok',
  })
  const page = await context.newPage()
  // A shared machine under load needs longer than the driver's own half minute.
  page.setDefaultTimeout(browserLimits.wait_ms_max)
  const complaints: string[] = []
  page.on('pageerror', (error) => complaints.push(error.message))
  page.on('console', (message) => {
    const text = message.text()
    if (message.type() === 'error') complaints.push(text)
  })
  return { page, complaints }
}

const axe = createRequire(import.meta.url).resolve('axe-core/axe.min.js')

/** Violations of WCAG A and AA that axe finds on the screen as it stands: a floor, not a proof. */
export async function accessibilityFlaws(page: Page): Promise<string[]> {
  await page.evaluate(readFileSync(axe, 'utf8'))
  const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa']
  // The script has just put `axe` on the page; its report is plain data.
  const report = (await page.evaluate(
    `axe.run(document, { runOnly: ${JSON.stringify(tags)} })`,
  )) as { violations: { id: string; nodes: { html: string }[] }[] }
  return report.violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html.slice(0, 160)}`)
}
