import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { after, before, describe, test } from 'node:test'
import type { Queue, QueueAct, Queues } from '#operations/contract'
import { type SamplePerson, samplePerson } from '../kit/sample-person.ts'
import { type WorkingOffice, workingOffice } from '../kit/working-office.ts'

const queue = 'intake.examine-batch'

describe('The administration of an installation', () => {
  let working: WorkingOffice
  let administrator: SamplePerson
  let auditor: SamplePerson

  before(async () => {
    working = await workingOffice()
    administrator = await samplePerson(working, 'administrator')
    auditor = await samplePerson(working, 'auditor')
  })
  after(() => working[Symbol.asyncDispose]())

  const queueNow = async (): Promise<Queue | undefined> =>
    (await auditor.ask<Queues>('/operations/queues')).queues.find(({ name }) => name === queue)

  test('is seen by administrators and auditors, and by nobody else', async () => {
    for (const role of ['administrator', 'auditor', 'head', 'registrar', 'counter', 'scanner']) {
      const person = await samplePerson(working, role)
      const expected = role === 'administrator' || role === 'auditor' ? 200 : 403
      for (const path of ['/operations/queues', `/operations/queues/${queue}/failed`]) {
        assert.equal(await person.status(path), expected, `${role} ${path}`)
      }
    }
  })

  test('lets an administrator pause a queue, and an auditor see who did it and why', async () => {
    const reason = 'รอพื้นที่จัดเก็บเพิ่ม'
    const path = `/operations/queues/${queue}/pause`
    await assert.rejects(auditor.ask(path, { id: randomUUID(), reason }), /identity.not_allowed/)
    const act = await administrator.ask<QueueAct>(path, { id: randomUUID(), reason })
    assert.equal(act.personName, 'ธนา ตัวอย่าง')
    assert.equal((await queueNow())?.condition, 'paused')
    // Nobody waits for what is paused.
    await working.idle()
    await administrator.ask(`/operations/queues/${queue}/resume`, { id: randomUUID() })
    assert.equal((await queueNow())?.condition, 'idle')
    const { acts } = await auditor.ask<{ acts: QueueAct[] }>(`/operations/queues/${queue}/acts`)
    assert.deepEqual(
      acts.map(({ act: what, reason: why }) => [what, why]),
      [
        ['resume', null],
        ['pause', reason],
      ],
    )
  })

  test('does not take a pause without a reason', async () => {
    const path = `/operations/queues/${queue}/pause`
    await assert.rejects(
      administrator.ask(path, { id: randomUUID(), reason: '  ' }),
      /app.input_wrong/,
    )
  })
})
