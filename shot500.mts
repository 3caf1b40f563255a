import { chromium } from 'playwright-core'
import { aBatch } from './bench/line/line-papers.ts'
import { signedIn, startLineOffice } from './test/kit/line-office.ts'
const office = await startLineOffice('/tmp/w/st500', 'all')
console.log(office.address, Date.now())
const scanner = await signedIn(office.address, 'scanner')
const t0 = Date.now()
const a = await aBatch(scanner, { documents: 125, pages: 4, indexed: false })
console.log('arrived', (Date.now() - t0) / 1000)
const b = await aBatch(scanner, { documents: 125, pages: 4, indexed: true })
console.log('sent', (Date.now() - t0) / 1000)
const browser = await chromium.launch({ executablePath: '/usr/bin/chromium', args: ['--no-sandbox'] })
for (const scheme of ['light', 'dark'] as const) {
  for (const [role, path, name] of [['scanner', `/line/${a}`, 'arrange'], ['scanner', '/line', 'line'], ['checker', '/checks', 'checks'], ['checker', `/checks/${b}`, 'check'], ['checker', `/checks/${b}?mode=sheets`, 'sheets']] as const) {
    const page = await browser.newPage({ viewport: { width: 1366, height: 768 }, colorScheme: scheme })
    page.on('pageerror', (e) => console.log('ERR', name, e.message))
    await page.request.post(office.address + '/api/sample-sign-in', { data: { username: `sample-${role}` }, headers: { origin: office.address } })
    const t = Date.now()
    await page.goto(office.address + path); await page.waitForLoadState('networkidle')
    console.log(name, scheme, Date.now() - t, await page.evaluate('document.querySelectorAll("*").length'))
    await page.waitForTimeout(1500)
    await page.screenshot({ path: `/tmp/w/shots/500-${name}-${scheme}.png` })
    await page.close()
  }
}
await browser.close()
await office.kill()
process.exit(0)
