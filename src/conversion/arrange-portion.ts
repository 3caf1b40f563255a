import { z } from 'zod'
import { partsPapers } from '#documents'
import { type IntakeTables, type LineScan, lineScans } from '#intake'
import { idOf } from '#platform/digests'
import { defineJob } from '#platform/jobs'
import { jsonb, type ReadTables, type Tx } from '#platform/postgres'
import type { Context } from '#record'
import type { Turn } from './arrangement.ts'
import { type Arrival, type ArrivingPage, arrive } from './arrive.ts'
import { appendHappening, keepArrangement } from './desk-log.ts'
import { holdDesk, type Write } from './store.ts'
import type { ConversionTables, PageFacts } from './tables.ts'

// Below it nobody sees the slant; above it the measuring is not believed.
const straightening = { degrees_min: 0.3, degrees_max: 15 }

export type ArrangeWork = {
  readonly context: Context
  /** What follows when pages are there: they are read. May be repeated. */
  readonly onPagesArrived: (tx: Tx, pageIds: readonly string[]) => Promise<void>
}

/**
 * Takes the pages of a portion into their batch, when the portion is named and its scans are examined;
 * whichever comes last starts this job again. Run again, it finds its own arrival.
 */
export const arrangePortionJob = defineJob<ArrangeWork, { portionId: string }>({
  name: 'conversion.arrange-portion',
  payload: z.object({ portionId: z.string() }),
  attempts_max: 10,
  timeout_ms: 10 * 60_000,
  run: arrangePortion,
})

export async function arrangePortion(
  { context, onPagesArrived }: ArrangeWork,
  { portionId }: { portionId: string },
): Promise<void> {
  const read = context.read<ConversionTables & IntakeTables>()
  const portion = await portionWithBatch(read, portionId)
  const scans = portion === undefined ? null : await lineScans(read, portionId)
  if (portion === undefined || scans === null) return
  const { batchId, officeId, place, sides } = portion
  const pages = pagesOf(portionId, scans)
  const arrival: Arrival = { kind: 'arrive', portionId, place, pages: proposed(pages, sides) }
  await context.desk<ConversionTables, void>(async (write, tx) => {
    const desk = await holdDesk(write, batchId)
    await keepPages(write, { batchId, officeId, pages })
    const id = idOf('conversion.arrival', portionId)
    const happening = { id, batchId, what: arrival, actor: context.actor, at: context.clock.now() }
    if (await appendHappening(write, happening)) {
      await keepArrangement(
        write,
        { desk, arrangement: arrive(desk.arrangement, arrival) },
        context,
      )
    }
    await onPagesArrived(
      tx,
      pages.filter(({ facts }) => facts.unreadable === null).map(({ pageId }) => pageId),
    )
  })
}

async function portionWithBatch(read: ReadTables<ConversionTables>, portionId: string) {
  return await read
    .selectFrom('record.conversionPortion as p')
    .innerJoin('record.conversionBatch as b', 'b.batchId', 'p.batchId')
    .select(['p.batchId', 'p.officeId', 'p.place', 'b.sides'])
    .where('p.portionId', '=', portionId)
    .executeTakeFirst()
}

type Page = { pageId: string; firstOfFile: boolean; facts: PageFacts }

/** A scan that cannot be decoded is one page that nobody can see, so that it stays in the count. */
function pagesOf(portionId: string, scans: readonly LineScan[]): Page[] {
  return scans.flatMap((scan) => {
    const { scanId, sha256, sha512, bytes, mediaType, unreadable, duplicateOf } = scan
    const known = { portionId, scanId, sha256, sha512, bytes, mediaType, unreadable }
    const examined = unreadable === null ? scan.pages : [nothingSeen]
    return examined.map((page, pageIndex): Page => {
      const { pixels, dpi, bits, blank, codes, findings = [], quality } = page
      const seen = { pixels, dpi, bits, blank, codes, findings }
      return {
        pageId: idOf('page', scanId, String(pageIndex)),
        // A file of several pages is a paper of its own; single images are the feeder's.
        firstOfFile: pageIndex === 0 && examined.length > 1,
        facts: {
          ...{ ...known, ...seen, pageIndex },
          turnedDegrees: quality?.turnedDegrees ?? null,
          skewDegrees: quality?.skewDegrees ?? null,
          duplicateOf: duplicateOf === null ? null : idOf('page', duplicateOf, String(pageIndex)),
        },
      }
    })
  })
}

const nothingSeen: LineScan['pages'][number] = {
  pixels: [1, 1],
  dpi: null,
  bits: 1,
  blank: false,
  codes: [],
}

/** What the machine proposes: cut at cover sheets and separators, upright, straight, blanks marked. */
function proposed(pages: readonly Page[], sides: number): ArrivingPage[] {
  let coverAt = -1
  return pages.map(({ pageId, firstOfFile, facts }, at): ArrivingPage => {
    const parts = facts.codes.some(partsPapers)
    if (parts) coverAt = at
    // The empty back of a cover sheet is not a side of the paper that was counted.
    const backOfCover = sides === 2 && facts.blank && coverAt === at - 1 && coverAt >= 0 && at > 0
    const begins = parts || firstOfFile
    return {
      pageId,
      use: parts || backOfCover ? 'cover' : 'kept',
      ...recipe(facts),
      begins: begins ? idOf('conversion.document', pageId) : null,
    }
  })
}

function recipe({ turnedDegrees, skewDegrees }: PageFacts): { turn: Turn; straighten: number } {
  const turns = { 0: 0, 90: 270, 180: 180, 270: 90 } as const
  const slant = Math.abs(skewDegrees ?? 0)
  const believed = slant >= straightening.degrees_min && slant <= straightening.degrees_max
  return {
    turn: turns[turnedDegrees ?? 0],
    // Writing that runs downhill to the right is turned back, against the clock.
    straighten: believed && skewDegrees !== null ? Math.round(-skewDegrees * 10) / 10 : 0,
  }
}

async function keepPages(
  write: Write,
  { batchId, officeId, pages }: { batchId: string; officeId: string; pages: readonly Page[] },
): Promise<void> {
  const last = await write
    .selectFrom('derived.conversionPage')
    .select(({ fn }) => fn.max<number | null>('arrived').as('arrived'))
    .where('batchId', '=', batchId)
    .executeTakeFirst()
  const before = Number(last?.arrived ?? 0)
  for (let from = 0; from < pages.length; from += rows_an_insert_max) {
    const rows = pages.slice(from, from + rows_an_insert_max).map(({ pageId, facts }, index) => ({
      ...{ pageId, batchId, officeId, arrived: before + from + index + 1 },
      facts: jsonb(facts),
      proposals: null,
    }))
    await write
      .insertInto('derived.conversionPage')
      .values(rows)
      .onConflict((conflict) => conflict.column('pageId').doNothing())
      .execute()
  }
}

const rows_an_insert_max = 500

/** After a rebuild: portions whose pages are to be looked up again. */
export async function arrangementsMissing(tx: Tx): Promise<string[]> {
  const rows = await tx.execute<{ portionId: string }>(
    `select portion_id as "portionId" from record.conversion_portion order by ticket`,
  )
  return rows.map(({ portionId }) => portionId)
}
