/**
 * The real office in sample mode, in a process of its own: on its own disk and its embedded
 * database. `node line-server.ts DATA all|none`; it tells its address, its memory and processor time whenever it is asked.
 */
import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import { importRegister } from '#employers'
import { seedSamplePeople } from '#identity'
import { silentLog } from '#platform/log'
import { employerSource, writeEmployers } from '#sample-office'
import { configure } from '../../src/app/configuration.ts'
import { buildServer, listen } from '../../src/app/http/server.ts'
import { openOffice } from '../../src/app/office.ts'

export type Told = { address: string } | { rss_mb: number; cpu_s: number; jobs: number }

const [data = '', workers = 'none'] = process.argv.slice(2)
const configuration = configure({ data, port: '0', sampleOffice: true }, {})
const office = await openOffice(configuration, {
  log: silentLog,
  workers: workers === 'all' ? 'all' : 'none',
})
await seedSamplePeople(office.context, office.signIn, configuration.office)
await mkdir(data, { recursive: true })
const source = join(data, 'register.csv')
await writeEmployers(source, [0, 1, 2].map(employerSource(1, 'pilot')))
const running = { progress: () => undefined, signal: new AbortController().signal }
await importRegister(office.context, { source, sourceName: 'register.csv' }, running)
const server = await buildServer(office)
const address = await listen(server, { host: '127.0.0.1', port: 0 })

process.on('message', (asked) => {
  if (asked === 'close') return void close()
  void office.jobs.queueDepth().then((queues) => {
    const jobs = queues.length
    const { user, system } = process.cpuUsage()
    tell({ rss_mb: process.memoryUsage().rss / 1024 ** 2, cpu_s: (user + system) / 1e6, jobs })
  })
})
process.on('disconnect', () => void close())
tell({ address })

function tell(told: Told): void {
  process.send?.(told)
}

async function close(): Promise<void> {
  await server.close()
  await office.close()
  process.exit(0)
}
