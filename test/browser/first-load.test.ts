import assert from 'node:assert/strict'
import { execFile } from 'node:child_process'
import { join } from 'node:path'
import { test } from 'node:test'
import { promisify } from 'node:util'
import { listen } from '../../src/app/http/server.ts'
import { browserMissing, officePage, openBrowser } from '../kit/browser.ts'
import { firstLoadOfHome } from '../kit/first-load.ts'
import { workingOffice } from '../kit/working-office.ts'

const skip = browserMissing('how much the first page loads')

/** Of the office's own budget: an old counter PC on a slow line waits for these before it can ask. */
const limits = { script_bytes_max: 250 * 1024, files_min: 10 }

test('the first page of somebody signed in loads at most 250 KB of script', {
  skip,
  timeout: 180_000,
}, async () => {
  const build = join(import.meta.dirname, '../../web/build-when-changed.ts')
  await promisify(execFile)(process.execPath, [build])
  await using working = await workingOffice()
  const address = await listen(working.server, { host: '127.0.0.1', port: 0 })
  await using browser = await openBrowser()
  const { page } = await officePage(browser)
  const signedIn = await page.request.post(`${address}/api/sample-sign-in`, {
    data: { username: 'sample-registrar' },
  })
  assert.equal(signedIn.status(), 200)

  const load = await firstLoadOfHome(page, address)
  assert.ok(load.files >= limits.files_min, `${load.files} files were seen`)
  assert.ok(load.gzip <= limits.script_bytes_max, `${load.gzip} bytes`)
  assert.deepEqual([...load.encodings], ['br'], 'scripts are sent compressed')
  assert.ok(load.sent < load.gzip)
})
