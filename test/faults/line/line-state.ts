import type { Database } from '#platform/postgres'

/** What must hold: every image whose receipt was answered, with the batch it was sent to. */
export type Promised = ReadonlyMap<string, string>

/** What does stand there, by plain SQL past the code that is tested. */
export type Found = {
  /** Every page of every arrangement, and whether it was kept. */
  arranged: readonly { pageId: string; batchId: string; kept: boolean }[]
  filed: readonly { pageId: string; batchId: string }[]
  batches: readonly { batchId: string; state: string; duties: number }[]
  paper: string
}

export async function lookAt({ reader }: Database, paperFileId: string): Promise<Found> {
  const arranged = await reader.execute<Found['arranged'][number]>(
    `select page.key as "pageId", batch_id as "batchId", page.value->>'use' = 'kept'
       and jsonb_path_exists(arrangement, '$.documents.*.pageIds[*] ? (@ == $page)',
         jsonb_build_object('page', page.key)) as kept
     from desk.conversion_batch, jsonb_each(arrangement->'pages') as page`,
  )
  const filed = await reader.execute<Found['filed'][number]>(
    `select page_id as "pageId", batch_id as "batchId" from record.page
     join record.document using (document_id)`,
  )
  const batches = await reader.execute<Found['batches'][number]>(
    `select b.batch_id as "batchId", b.state,
       coalesce(jsonb_array_length(c.duties), 0) as duties
     from record.conversion_batch b left join record.certification c using (batch_id)`,
  )
  const [paper] = await reader.execute<{ state: string }>(
    'select state from record.paper_file where paper_file_id = $1',
    [paperFileId],
  )
  return { arranged, filed, batches, paper: paper?.state ?? 'lost' }
}

/** Every way in which what was found breaks what was promised; none is the proof. */
export function flawsOf(promised: Promised, found: Found): string[] {
  const flaws: string[] = []
  const arranged = counted(found.arranged)
  const filed = counted(found.filed)
  for (const [pageId, batchId] of promised) {
    if (arranged.get(`${batchId} ${pageId}`) !== 1)
      flaws.push(`page ${pageId} is not on its line once`)
  }
  for (const { pageId, batchId } of found.arranged) {
    if (!promised.has(pageId)) flaws.push(`page ${pageId} in ${batchId} was never sent`)
  }
  const kept = found.arranged.filter((page) => page.kept)
  for (const { pageId, batchId } of kept) {
    const count = filed.get(`${batchId} ${pageId}`) ?? 0
    if (count !== 1) flaws.push(`page ${pageId} was kept and stands ${count} times in the file`)
  }
  if (found.filed.length !== kept.length) {
    flaws.push(`${found.filed.length} pages are filed, ${kept.length} were kept`)
  }
  for (const { batchId, state, duties } of found.batches) {
    if (state !== 'certified') flaws.push(`batch ${batchId} is ${state}`)
    if (duties !== 4) flaws.push(`batch ${batchId} has ${duties} duties`)
  }
  if (found.paper !== 'converted') flaws.push(`the paper file is ${found.paper}`)
  return flaws
}

function counted(pages: readonly { pageId: string; batchId: string }[]): Map<string, number> {
  const counts = new Map<string, number>()
  for (const { pageId, batchId } of pages) {
    const key = `${batchId} ${pageId}`
    counts.set(key, (counts.get(key) ?? 0) + 1)
  }
  return counts
}

/** The check must be able to fail: each of these spoiled states has to be noticed. */
export function controlsMissed(promised: Promised, found: Found): string[] {
  const [filed] = found.filed
  const [batch] = found.batches
  const spoiled: Record<string, Found> = {
    'a lost image': { ...found, arranged: found.arranged.slice(1) },
    'a doubled image': { ...found, arranged: [...found.arranged, ...found.arranged.slice(0, 1)] },
    'a page that was not filed': { ...found, filed: found.filed.slice(1) },
    'a page filed twice': { ...found, filed: [...found.filed, ...(filed ? [filed] : [])] },
    'a batch left behind': {
      ...found,
      batches: [...(batch ? [{ ...batch, state: 'checking' }] : []), ...found.batches.slice(1)],
    },
  }
  const usual = flawsOf(promised, found).length
  return Object.entries(spoiled)
    .filter(([, state]) => flawsOf(promised, state).length <= usual)
    .map(([name]) => `${name} would not be noticed`)
}
