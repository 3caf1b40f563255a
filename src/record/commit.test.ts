import assert from 'node:assert/strict'
import { createHash, createPrivateKey, createPublicKey } from 'node:crypto'
import { test } from 'node:test'
import { leafHash } from '#proof'
import { commitKey, leafOf, readCommit, sealCommit, sealHolds } from './commit.ts'

// The worked example of the commit format; the key's seed is the digest of a published phrase.
const seed = createHash('sha256').update('faem example node').digest()
const pkcs8 = Buffer.concat([Buffer.from('302e020100300506032b657004220420', 'hex'), seed])
const privateKey = createPrivateKey({ key: pkcs8, format: 'der', type: 'pkcs8' })
const publicKey = createPublicKey(privateKey)

const draft = {
  v: 1 as const,
  id: '0170ccb6-4248-7c11-9d52-6f0b8a41e7d3',
  kind: 'documents.filed/1',
  ticket: 48213,
  at: '2020-03-12T03:07:41.512Z',
  office: '6000',
  actor: {
    person: '016f7894-9100-7b0e-8a11-2d9f3c5e6b70',
    name: 'สมใจ ตัวอย่าง',
    office: '6000',
    position: 'เจ้าพนักงานแรงงาน',
    role: 'indexer',
    assurance: 'password+totp' as const,
  },
  origin: { installation: 'faem.example/nation', node: 'app-2', release: '1.0.0' },
  streams: [
    {
      stream: 'employer/6010004128',
      version: 7,
      previous: 'sha256:bc1b76ae1c6fce94aba60be1f82cabe2cd71c48dcf0d2860162d0e1a1717e3b3',
    },
  ],
  guards: [{ stream: 'batch/0170c8ad-d380-7a55-a1c0-0d9e4412bb70', version: 4 }],
  attached: [],
  body: {
    documentId: '0170ccb6-4248-7c12-8f03-11ab5c7790de',
    type: 'สปส.1-01',
    section: 'registration',
    dated: { date: '2005-01-04', precision: 'day' },
    batch: '0170c8ad-d380-7a55-a1c0-0d9e4412bb70',
    pages: [
      {
        sha256: '0621a1c111cfd4554a172d9ecd490a9a8d6e4e66e0f444491b716fb1d00ab1b9',
        sha512:
          'e024db49c901ce740d57c4698e96b93dad6cf0d10c2728c1eaefc7ac540f1ece40f3bf4363dd045d51210e7bb8e9fcfc8102d0705666d1de096f9fc14ceddb21',
        bytes: 6,
        type: 'image/tiff',
        pixels: [2480, 3508],
        dpi: 300,
        bits: 8,
        sheet: 1,
        side: 'front',
      },
    ],
  },
  salt: 'Zm9yIHRoZSBleGFtcGxlIQ',
}

test('a commit has exactly the published bytes, name, seal and leaf', () => {
  const sealed = sealCommit(draft, { node: 'app-2', privateKey })
  assert.equal(Buffer.byteLength(sealed.text), 1344)
  assert.equal(sealed.sha256, '23bf241258fd1e35c4baa4f73d11cf0a8d8e40dbd2247343b3af9b8f125fff76')
  assert.equal(
    sealed.commit.seal,
    'VwgzEzhbA5d0a7pyWU9IuDrwdyyvZr1azhgLhvuVM9wKTDZYiM4QePTwei-cyQ_ctrPuH9i18td-FJe1hTUvBw',
  )
  assert.equal(
    leafHash(leafOf(sealed)).toString('hex'),
    '8a1c058913a325e2450da31e8257ec73a0dc8b04a8f634d8ee9ce76f9be21906',
  )
  assert.equal(commitKey(sealed.commit, sealed.sha256), `commit/2020/03/12/${sealed.sha256}.json`)
})

test('a stored commit reads back, and a changed byte or a stranger’s seal is seen', () => {
  const sealed = sealCommit(draft, { node: 'app-2', privateKey })
  const read = readCommit(sealed.text, sealed.sha256)
  assert.ok('commit' in read && sealHolds(read.commit, publicKey))
  assert.deepEqual(read.commit.body, draft.body)

  const altered = sealed.text.replace('สมใจ', 'สมใย')
  assert.ok('flaw' in readCommit(altered, sealed.sha256))
  const forged = { ...sealed.commit, office: '1000' }
  assert.equal(sealHolds(forged, publicKey), false)
})

test('a commit that is not canonical is refused even under its own digest', () => {
  const spaced = sealCommit(draft, { node: 'app-2', privateKey }).text.replace('{', '{ ')
  const digest = createHash('sha256').update(spaced).digest('hex')
  assert.deepEqual(readCommit(spaced, digest), { flaw: 'it is not canonical JSON' })
})
