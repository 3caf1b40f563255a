// node bench/web.ts [--data folder of an installation] [--rows 20000] [--tries 30]
// Measures the screens in Chromium as a clerk feels them: from the key to the frame that shows it. Without --data it
// makes an office of `rows` invented employers; with --data it serves that installation (stop its server first) and
// files a few sample papers there if it has none. Needs the screens built (npm run build) and Chromium.
import { mkdir, writeFile } from 'node:fs/promises'
import { cpus, loadavg, totalmem } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import type { Page } from 'playwright-core'
import { officePage, openBrowser } from '../test/kit/browser.ts'
import { firstLoadOfHome } from '../test/kit/first-load.ts'
import { type Figure, figure } from './web/figure.ts'
import { openInstallation } from './web/installation.ts'
import { measureKeys } from './web/measure-keys.ts'
import { measureLists } from './web/measure-lists.ts'
import { measureOpening } from './web/measure-opening.ts'
import { measureTurning } from './web/measure-turning.ts'
import { watchScreen } from './web/watch-screen.ts'

const { values } = parseArgs({
  options: {
    data: { type: 'string' },
    rows: { type: 'string', default: '20000' },
    tries: { type: 'string', default: '30' },
  },
})
const tries = Math.max(20, Number(values.tries))

await using installation = await openInstallation({
  rows: Number(values.rows),
  ...(values.data === undefined ? {} : { data: values.data }),
})
await using browser = await openBrowser()
const { address, employers, names, filed, longest } = installation
console.log(
  `${employers} employers, ${filed.length} files with papers, ${longest.pages} pages to turn`,
)

async function desk(): Promise<Page> {
  const { page } = await officePage(browser)
  await page.addInitScript(watchScreen)
  const answer = await page.request.post(`${address}/api/sample-sign-in`, {
    data: { username: 'sample-registrar' },
  })
  if (!answer.ok()) throw new Error(`nobody could sign in: ${answer.status()}`)
  return page
}

const figures: Figure[] = []
const loads = await desk()
const load = await firstLoadOfHome(loads, address)
figures.push(
  figure('first load of home, gzip script', [load.gzip / 1024], { goal: 250, unit: 'KB' }),
)
figures.push(figure('first load of home, as sent', [load.sent / 1024], { goal: null, unit: 'KB' }))
await loads.context().close()
const page = await desk()
figures.push(...(await measureKeys(page, { address, names, filed, tries })))
figures.push(...(await measureOpening(page, { address, filed, tries })))
figures.push(...(await measureTurning(page, { address, longest, tries })))
figures.push(...(await measureLists(page, { address, account: filed[0] ?? '' })))

const machine = {
  cpu: `${cpus().length} × ${cpus()[0]?.model ?? ''}`,
  memory_gb: Math.round(totalmem() / 1024 ** 3),
  load: Number(loadavg()[0]?.toFixed(1)),
  node: process.version,
  chromium: browser.version(),
  screen: '1366 × 768',
}
console.table(Object.fromEntries(figures.map(({ what, ...rest }) => [what, rest])))
console.log(machine)
const folder = join(import.meta.dirname, 'results')
await mkdir(folder, { recursive: true })
const result = { machine, employers, pages_to_turn: longest.pages, figures }
await writeFile(join(folder, 'web.json'), `${JSON.stringify(result, null, 2)}\n`)
