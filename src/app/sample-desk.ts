import { setTimeout as delay } from 'node:timers/promises'
import { issueCopy } from '#copies'
import { openFile } from '#documents'
import { sampleActor } from '#identity'
import { writeNote } from '#page-notes'
import { idOf } from '#platform/digests'
import { commitsById } from '#record'
import { redactPages } from '#redactions'
import { employerSource } from '#sample-office'
import { contextOf } from './foundation.ts'
import type { Office } from './office.ts'

/** The sample office has papers of its first employers; the register knows many more. */
const limits = { files_max: 12 }
const lookEvery_ms = 500

/** What clerks have written on pages, covered on them and taken from the files of the sample office. */
export async function deskSamples(office: Office, signal: AbortSignal): Promise<void> {
  await untilFiled(office, signal)
  for (const { type, documentId, pageId } of await firstPages(office)) {
    // Once: what people then do with them stays theirs.
    const done = await commitsById(office.context, [noteId(pageId), redactionId(pageId)])
    if (done.length > 0) continue
    if (type === 'sps-1-01') await writeNotes(office, { documentId, pageId })
    if (type === 'id-card') await coverNumber(office, { documentId, pageId })
  }
}

const noteId = (pageId: string) => idOf('sample-desk.note', pageId)
const redactionId = (pageId: string) => idOf('sample-desk.redaction', pageId)

async function untilFiled({ jobs }: Office, signal: AbortSignal): Promise<void> {
  for (;;) {
    const busy = (await jobs.queueDepth()).filter(
      ({ name, waiting, active }) => name.startsWith('intake.') && waiting + active > 0,
    )
    if (busy.length === 0) return
    await delay(lookEvery_ms, undefined, { signal })
  }
}

type FirstPage = { type: string; documentId: string; pageId: string }

/** The first paper of each type that the office holds. */
async function firstPages({ powers, configuration }: Office): Promise<FirstPage[]> {
  const registrar = contextOf(powers, sampleActor('registrar', configuration.office))
  const employer = employerSource(1, 'pilot')
  const found = new Map<string, FirstPage>()
  for (let at = 0; at < limits.files_max; at++) {
    const { documents } = await openFile(registrar, employer(at).accountNo)
    for (const { type, documentId, firstPageId: pageId } of documents) {
      if (!found.has(type)) found.set(type, { type, documentId, pageId })
    }
  }
  return [...found.values()]
}

type Place = { documentId: string; pageId: string }

async function writeNotes({ powers, configuration }: Office, place: Place): Promise<void> {
  const as = (role: 'counter' | 'registrar') =>
    contextOf(powers, sampleActor(role, configuration.office))
  await writeNote(as('counter'), {
    ...place,
    id: noteId(place.pageId),
    x: 0.62,
    y: 0.2,
    words: 'นายจ้างแจ้งทางโทรศัพท์ว่าย้ายสำนักงานแล้ว รอหนังสือแจ้งเปลี่ยนแปลง',
  })
  await writeNote(as('registrar'), {
    ...place,
    id: idOf('sample-desk.answer', place.pageId),
    x: 0.4,
    y: 0.62,
    words: 'ตรวจลายมือชื่อกับหนังสือรับรองแล้ว ตรงกัน',
  })
  await issueCopy(as('counter'), {
    id: idOf('sample-desk.copy', place.documentId),
    documents: [{ documentId: place.documentId }],
    form: 'print',
    covered: false,
    marked: true,
    purpose: 'owner-request',
    activity: null,
    reference: 'คำขอ 12/2569',
  })
}

/** The number of the person and the day of birth, with room for paper that lay askew. */
async function coverNumber({ powers, configuration, images }: Office, place: Place): Promise<void> {
  const registrar = contextOf(powers, sampleActor('registrar', configuration.office))
  await redactPages(
    registrar,
    {
      id: redactionId(place.pageId),
      documentId: place.documentId,
      reason: 'personal-data',
      note: 'ปกปิดเลขประจำตัวและวันเกิดในสำเนาบัตร',
      pages: [
        {
          pageId: place.pageId,
          over: null,
          boxes: [
            [0.35, 0.146, 0.22, 0.026],
            [0.31, 0.217, 0.16, 0.023],
          ],
        },
      ],
    },
    images,
  )
}
