import { join } from 'node:path'
import {
  type CertificationTables,
  certificationHandlers,
  certificationOfDocument,
  certifiedBatches,
  certifyBatchJob,
} from '#certification'
import {
  type ArrangeWork,
  arrangePortionJob,
  conversionHandlers,
  type ReadLinePageWork,
  readLinePageJob,
} from '#conversion'
import { copiesHandlers, createMarkSetter, type MarkSetter } from '#copies'
import { type DocumentsTables, documentsHandlers, pagesOfBatches, seedCatalogue } from '#documents'
import { employerFilesHandlers, seedRules } from '#employer-files'
import {
  createSignIn,
  identityHandlers,
  nobody,
  type SignIn,
  type SignInRoute,
  signInRoutes,
} from '#identity'
import {
  batchProgress,
  examineBatchJob,
  type IntakeTables,
  type IntakeWork,
  intakeHandlers,
  scanName,
} from '#intake'
import { findOffice, type OfficesTables, officesHandlers, seedOffices } from '#offices'
import { listQueues, type OperationsTables, operationsHandlers, pausedQueues } from '#operations'
import { pageNotesHandlers } from '#page-notes'
import { createPaperPrinter, type PaperPrinter, paperFilesHandlers } from '#paper-files'
import { createImages, type Images } from '#platform/images'
import { type Jobs, startJobs } from '#platform/jobs'
import type { Log } from '#platform/log'
import { type Context, type Handler, openInstallation } from '#record'
import {
  type CoverWork,
  coverFor,
  indexCoveredJob,
  openLines,
  type RedactionsTables,
  redactionsHandlers,
} from '#redactions'
import { reportingHandlers } from '#reporting'
import {
  indexPage,
  refillEmployers,
  refillPages,
  type SearchGiven,
  type SearchWork,
  sealPages,
  searchHandlers,
} from '#search'
import {
  checkReadingJob,
  createEnginePool,
  createPageViews,
  type EnginePool,
  type PageViews,
  pagesReadOfDocuments,
  type ReadingWork,
  readAgainJob,
  readingStates,
  readingsHandlers,
  readingTotals,
  readPageJob,
  type TextRecognitionTables,
} from '#text-recognition'
import { type Configuration, openSecret } from './configuration.ts'
import { contextOf, type Foundation, layFoundation } from './foundation.ts'
import { reactWith } from './reactions.ts'
import { searchGiven } from './search-given.ts'
import { holdStores } from './single-server.ts'

export type ProgressEvent = { name: 'batch' | 'reading' | 'queues'; key: string; data: unknown }

/** A whole working installation: everything a server, a worker or a command needs. */
export type Office = Foundation & {
  readonly jobs: Jobs
  readonly images: Images
  readonly views: PageViews
  readonly printer: PaperPrinter
  readonly marks: MarkSetter
  readonly search: SearchGiven
  readonly signIn: SignIn
  readonly handlers: readonly Handler[]
  readonly signInRoutes: readonly SignInRoute[]
  /** The context of the person of this session, or of nobody, who may nothing. */
  contextOfSession(headers: Headers): Promise<Context>
  /** What has changed for the screens that watch. */
  progress(context: Context): Promise<ProgressEvent[]>
  /** The same for those who tend the installation. */
  operations(context: Context): Promise<ProgressEvent[]>
}

export type Workers = 'all' | 'none' | readonly string[]

type Opening = {
  log: Log
  /** Which jobs this process works on. */
  workers: Workers
  /** Takes the data folder before anything works on it; given back at the close. */
  claim?: (foundation: Foundation) => Promise<{ release(): Promise<void> }>
}

/** Puts an office together. */
export async function openOffice(
  configuration: Configuration,
  { log, workers, claim = ({ database }) => holdStores(database) }: Opening,
): Promise<Office> {
  const late: { jobs?: Jobs } = {}
  const react = reactWith(() => given(late.jobs))
  const foundation = await layFoundation(configuration, { log, react })
  const opened: { close(): Promise<void> }[] = [foundation]
  try {
    const claimed = await claim(foundation)
    opened.push({ close: () => claimed.release() })
    const search = searchGiven(foundation)
    const images = createImages({
      children: configuration.readers,
      tempDir: join(configuration.dataFolder, 'work'),
    })
    opened.push(images)
    const engines = createEnginePool(configuration.readers)
    opened.push(engines)
    // Nothing works before the store is understood and this node's key is announced: a job's commit
    // sealed by a key that no earlier commit names would stop every later rebuild.
    const hands = { images, engines, search, jobs: () => given(late.jobs) }
    const quiet = await startWork(foundation, { ...hands, workers: 'none' })
    late.jobs = quiet
    opened.push({ close: () => quiet.stop() })
    await openInstallation(foundation.powers, foundation.powers.clock)
    await seedOffices(foundation.context)
    await seedRules(foundation.context)
    await seedCatalogue(foundation.context)
    const jobs = workers === 'none' ? quiet : await startWork(foundation, { ...hands, workers })
    late.jobs = jobs
    if (jobs !== quiet) opened.push({ close: () => jobs.stop({ grace_ms: 5_000 }) })
    const office = await assemble(foundation, {
      images,
      jobs,
      search,
      close: () => closeAll(opened),
    })
    opened.push(office.signIn, office.printer, office.marks)
    return office
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

type Hands = {
  images: Images
  engines: EnginePool
  search: SearchGiven
  workers: Workers
  /** Those of this office, when they have started. */
  jobs: () => Jobs
}

async function startWork(
  foundation: Foundation,
  { images, engines, search, workers, jobs }: Hands,
): Promise<Jobs> {
  const { configuration, database, derived, context, log } = foundation
  return await startJobs<
    IntakeWork & ReadingWork & SearchWork & ArrangeWork & ReadLinePageWork & CoverWork
  >({
    database,
    definitions: [
      examineBatchJob,
      readPageJob,
      readAgainJob,
      checkReadingJob,
      refillEmployers,
      refillPages,
      sealPages,
      arrangePortionJob,
      readLinePageJob,
      certifyBatchJob,
      indexCoveredJob,
    ],
    context: () => ({
      context,
      images,
      onLineExamined: async (tx, portionId) => {
        await jobs().enqueue(tx, arrangePortionJob, { portionId })
      },
      onPagesArrived: async (tx, pageIds) => {
        for (const pageId of pageIds) await jobs().enqueue(tx, readLinePageJob, { pageId })
      },
      derived,
      engine: engines,
      node: configuration.node,
      enqueue: (...asked) => jobs().enqueue(...asked),
      async onRead(tx, page, { lines }) {
        const { pageId } = page
        const open = await openLines(tx.tables<RedactionsTables>(), { pageId, lines })
        await indexPage(tx, { page, lines: open })
      },
      database,
      search,
    }),
    workers,
    node: configuration.node,
    paused: () => pausedQueues(database.reader.tables<OperationsTables>()),
    log: (message) => log.warn(message),
  })
}

type Assembled = {
  images: Images
  jobs: Jobs
  search: SearchGiven
  close: () => Promise<void>
}

async function assemble(
  foundation: Foundation,
  { images, jobs, search, close }: Assembled,
): Promise<Office> {
  const { configuration, database, powers, store, derived } = foundation
  const signIn = await createSignIn({
    database,
    clock: powers.clock,
    baseUrl: `http://${configuration.host}:${configuration.port}`,
    secret: await openSecret(join(configuration.dataFolder, 'keys')),
    sampleOffice: configuration.sampleOffice,
    home: powers.home,
    officeName: async (code) =>
      (await findOffice(database.reader.tables<OfficesTables>(), code))?.shortNameTh ?? null,
  })
  const views = createPageViews({ store, images, derived })
  return {
    ...foundation,
    jobs,
    images,
    views,
    printer: createPaperPrinter(),
    marks: createMarkSetter(images),
    search,
    signIn,
    close,
    signInRoutes: signInRoutes(signIn, (actor) => contextOf(powers, actor)),
    handlers: [
      ...officesHandlers,
      ...identityHandlers(signIn),
      ...employerFilesHandlers,
      ...documentsHandlers<
        IntakeTables & TextRecognitionTables & CertificationTables & DocumentsTables
      >({
        readingStates,
        scanName,
        certificationOf: certificationOfDocument,
        certifiedBatches,
      }),
      ...intakeHandlers({
        pagesOfBatches: readPagesOfBatches,
        enqueueExamination: (tx, batchId) => jobs.enqueue(tx, examineBatchJob, { batchId }),
      }),
      ...paperFilesHandlers,
      ...reportingHandlers,
      ...conversionHandlers({
        async onTurned(tx, pageIds) {
          for (const pageId of pageIds) await jobs.enqueue(tx, readLinePageJob, { pageId })
        },
      }),
      ...certificationHandlers({ confirm: signIn.confirm }),
      ...readingsHandlers(derived, coverFor),
      ...redactionsHandlers(images),
      ...copiesHandlers,
      ...pageNotesHandlers,
      ...searchHandlers(search),
      ...operationsHandlers({ jobs }),
    ],
    async contextOfSession(headers) {
      const person = await signIn.personBySession(headers)
      return contextOf(powers, person ?? nobody)
    },
    progress: progressOf,
    async operations(context) {
      return [{ name: 'queues', key: 'queues', data: await listQueues(context, jobs) }]
    },
  }
}

/** Pages filed from each batch, and how many of them the machine has read. */
async function readPagesOfBatches(context: Context, batchIds: readonly string[]) {
  const filed = await pagesOfBatches(context.read(), batchIds)
  const documentIds = [...filed.values()].flatMap((batch) => batch.documentIds)
  const read = await pagesReadOfDocuments(context.read(), documentIds)
  return new Map(
    [...filed].map(([batchId, batch]) => [
      batchId,
      {
        pages: batch.pages,
        read: batch.documentIds.reduce((sum, id) => sum + (read.get(id) ?? 0), 0),
      },
    ]),
  )
}

async function progressOf(context: Context): Promise<ProgressEvent[]> {
  const batches = await batchProgress(context, { pagesOfBatches: readPagesOfBatches })
  const events: ProgressEvent[] = batches.map((batch) => ({
    name: 'batch',
    key: batch.batchId,
    data: batch,
  }))
  const totals = await readingTotals(context.read(), context.may('intake.list'))
  return [...events, { name: 'reading', key: 'reading', data: totals }]
}
