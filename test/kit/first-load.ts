import { gzipSync } from 'node:zlib'
import type { Page } from 'playwright-core'

/** What a browser fetched before the screen stood, in bytes; `encodings` as the server sent them. */
export type FirstLoad = { files: number; gzip: number; sent: number; encodings: Set<string> }

// What is fetched ahead, once the screen stands, is no part of its first load: those timers rest.
const holdFetchingAhead = `{
  const wait = window.setTimeout.bind(window)
  window.setTimeout = (run, ms, ...rest) => wait(run, ms >= 1_000 ? 3_600_000 : ms, ...rest)
}`

/** The scripts of the first page, counted as they arrive in a browser that holds none of them. */
export async function firstLoadOfHome(page: Page, address: string): Promise<FirstLoad> {
  const arrived: Promise<{ gzip: number; sent: number; encoding: string }>[] = []
  await page.addInitScript(holdFetchingAhead)
  page.on('response', (response) => {
    if (response.request().resourceType() !== 'script') return
    arrived.push(
      (async () => ({
        gzip: gzipSync(await response.body()).byteLength,
        sent: (await response.request().sizes()).responseBodySize,
        encoding: (await response.headerValue('content-encoding')) ?? 'none',
      }))(),
    )
  })
  await page.goto(address)
  await page.getByRole('combobox', { name: /ค้นหา/ }).waitFor()
  const scripts = await Promise.all(arrived)
  return {
    files: scripts.length,
    gzip: scripts.reduce((sum, script) => sum + script.gzip, 0),
    sent: scripts.reduce((sum, script) => sum + script.sent, 0),
    encodings: new Set(scripts.map(({ encoding }) => encoding)),
  }
}
