import { join } from 'node:path'
import { documentsHandlers, seedCatalogue } from '#documents'
import { employerFilesHandlers, seedRules } from '#employer-files'
import {
  createSignIn,
  identityHandlers,
  type SignIn,
  type SignInRoute,
  signInRoutes,
} from '#identity'
import { batchProgress, examineBatchJob, intakeHandlers } from '#intake'
import { Refusal } from '#kernel'
import { officesHandlers, seedOffices } from '#offices'
import { createImages, type Images } from '#platform/images'
import { type Jobs, startJobs } from '#platform/jobs'
import type { Log } from '#platform/log'
import { type Context, type Handler, openInstallation } from '#record'
import { indexPage, refillEmployersJob, refillPagesJob, searchHandlers } from '#search'
import {
  createEnginePool,
  createPageViews,
  type EnginePool,
  type PageViews,
  pagesReadOfBatches,
  readingStates,
  readingsHandlers,
  readingTotals,
  readPageJob,
} from '#text-recognition'
import { type Configuration, openSecret } from './configuration.ts'
import { contextOf, type Foundation, layFoundation } from './foundation.ts'
import { reactWith } from './reactions.ts'
import { linesFromReadings } from './readings.ts'
import { refusals } from './refusals.ts'

export type ProgressEvent = { name: 'batch' | 'reading'; key: string; data: unknown }

/** A whole working installation: everything a server, a worker or a command needs. */
export type Office = Foundation & {
  readonly jobs: Jobs
  readonly images: Images
  readonly views: PageViews
  readonly signIn: SignIn
  readonly handlers: readonly Handler[]
  readonly signInRoutes: readonly SignInRoute[]
  /** The context of the person of this session. @throws Refusal `app.sign_in_first` */
  contextOfSession(headers: Headers): Promise<Context>
  /** What has changed for the screens that watch. */
  progress(context: Context): Promise<ProgressEvent[]>
}

export type Workers = 'all' | 'none' | readonly string[]

/** Puts an office together. `workers` says which jobs this process works on. */
export async function openOffice(
  configuration: Configuration,
  { log, workers }: { log: Log; workers: Workers },
): Promise<Office> {
  const late: { jobs?: Jobs } = {}
  const react = reactWith(() => given(late.jobs))
  const foundation = await layFoundation(configuration, { log, react })
  const opened: { close(): Promise<void> }[] = [foundation]
  try {
    const images = createImages({
      children: configuration.readers,
      tempDir: join(configuration.dataFolder, 'work'),
    })
    opened.push(images)
    const engines = createEnginePool(configuration.readers)
    opened.push(engines)
    const jobs = await startWork(foundation, { images, engines, workers })
    late.jobs = jobs
    opened.push({ close: () => jobs.stop({ grace_ms: 5_000 }) })
    await openInstallation(foundation.powers, foundation.powers.clock)
    await seedOffices(foundation.context)
    await seedRules(foundation.context)
    await seedCatalogue(foundation.context)
    return await assemble(foundation, { images, jobs, close: () => closeAll(opened) })
  } catch (reason) {
    await closeAll(opened)
    throw reason
  }
}

function given(jobs: Jobs | undefined): Jobs {
  if (jobs === undefined) throw new Error('an act was recorded before the jobs had started')
  return jobs
}

async function closeAll(opened: { close(): Promise<void> }[]): Promise<void> {
  for (const part of opened.reverse()) await part.close()
}

async function startWork(
  foundation: Foundation,
  { images, engines, workers }: { images: Images; engines: EnginePool; workers: Workers },
): Promise<Jobs> {
  const { database, derived, context, log } = foundation
  return await startJobs({
    database,
    definitions: [examineBatchJob, readPageJob, refillEmployersJob, refillPagesJob],
    context: () => ({
      context,
      images,
      derived,
      engine: engines,
      onRead: (tx, page, reading) => indexPage(tx, { page, lines: reading.lines }),
      linesOf: (page) => linesFromReadings(foundation, page),
    }),
    workers,
    log: (message) => log.warn(message),
  })
}

async function assemble(
  foundation: Foundation,
  { images, jobs, close }: { images: Images; jobs: Jobs; close: () => Promise<void> },
): Promise<Office> {
  const { configuration, database, powers, store, derived } = foundation
  const signIn = await createSignIn({
    database,
    clock: powers.clock,
    baseUrl: `http://${configuration.host}:${configuration.port}`,
    secret: await openSecret(join(configuration.dataFolder, 'keys')),
    sampleOffice: configuration.sampleOffice,
  })
  const views = createPageViews({ store, images, derived })
  return {
    ...foundation,
    jobs,
    images,
    views,
    signIn,
    close,
    signInRoutes: signInRoutes(signIn, foundation.context),
    handlers: [
      ...officesHandlers,
      ...identityHandlers(signIn),
      ...employerFilesHandlers,
      ...documentsHandlers({ readingStates }),
      ...intakeHandlers({
        pagesRead: pagesReadOfBatches,
        jobs: {
          enqueueExamination: (tx, batchId) => jobs.enqueue(tx, examineBatchJob, { batchId }),
        },
      }),
      ...readingsHandlers(derived),
      ...searchHandlers(),
    ],
    async contextOfSession(headers) {
      const person = await signIn.personBySession(headers)
      if (person === null) throw new Refusal(refusals.sign_in_first)
      return contextOf(powers, person)
    },
    async progress(context) {
      return await progressOf(context)
    },
  }
}

async function progressOf(context: Context): Promise<ProgressEvent[]> {
  const batches = await batchProgress(context, { pagesRead: pagesReadOfBatches })
  const events: ProgressEvent[] = batches.map((batch) => ({
    name: 'batch',
    key: batch.batchId,
    data: batch,
  }))
  const totals = await readingTotals(context.read(), context.may('intake.list'))
  return [...events, { name: 'reading', key: 'reading', data: totals }]
}
