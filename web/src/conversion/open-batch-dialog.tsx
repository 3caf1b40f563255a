import { useMutation } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import type { openLineBatch } from '#conversion/contract'
import { arabicDigits, formatAccountNo } from '#thai-text'
import { ask } from '../api/ask.ts'
import { usePaperPlaces } from '../paper-files/paper-query.ts'
import { sayVolume } from '../paper-files/paper-words.ts'
import { useLabels } from '../shell/use-wedge.ts'
import { Dialog } from '../widgets/dialog.tsx'
import { Field } from '../widgets/field.tsx'
import { Select } from '../widgets/select.tsx'
import { Trouble } from '../widgets/trouble.tsx'
import { useWords } from '../words/words.ts'
import { useProfiles } from './line-query.ts'
import { Foot } from './reject-dialog.tsx'

type Label = { accountNo: string; branchNo: string }

type Props = { label: Label; onClose: () => void }

/** Opens a batch for a stack: whose it is, where it stands, how it is scanned, how many sheets. */
export function OpenBatchDialog({ label, onClose }: Props) {
  const { say, language } = useWords()
  const navigate = useNavigate()
  const [id] = useState(() => crypto.randomUUID())
  const [account, setAccount] = useState(shown(label.accountNo))
  const [branchNo, setBranchNo] = useState(label.branchNo)
  const [paper, setPaper] = useState<string | null>(null)
  const [sheets, setSheets] = useState('')
  const [chosen, setChosen] = useState<string | null>(null)
  const profiles = useProfiles().data?.profiles ?? []
  const profile = chosen ?? profiles.find(({ standard }) => standard)?.code ?? null
  const accountNo = plain(account)
  const wrong = accountNo !== '' && !/^[0-9]{10}$/.test(accountNo)
  const [volume, setVolume] = useState<string | null>(null)
  const place = usePlace(wrong || accountNo === '' ? null : accountNo, volume)
  const paperFile = paper ?? place.shelf
  useLabels((read) => {
    setAccount(shown(read.accountNo))
    setBranchNo(read.branchNo)
  })
  const opening = useMutation({
    mutationFn: (body: Parameters<typeof ask<typeof openLineBatch>>[2]['body']) =>
      ask<typeof openLineBatch>('POST', '/line/batches', { body }),
    onSuccess: ({ batchId }) => navigate({ to: '/line/$batchId', params: { batchId } }),
  })
  const lacking = wrong
    ? say('openBatch.accountWrong')
    : profile === null
      ? say('app.loading')
      : null
  return (
    <Dialog title={say('openBatch.title')} open onClose={onClose}>
      <form
        className="flex flex-col gap-3"
        onSubmit={(event) => {
          event.preventDefault()
          if (lacking !== null || profile === null || opening.isPending) return
          opening.mutate({
            ...{ id, profile },
            accountNo: accountNo === '' ? null : accountNo,
            branchNo: accountNo === '' || branchNo === '' ? null : branchNo,
            paperFile: paperFile.trim() === '' ? null : paperFile.trim(),
            paperFileId: place.file?.paperFileId ?? null,
            sheets: sheets === '' ? null : Number(sheets),
          })
        }}
      >
        {opening.isError ? <Trouble error={opening.error} /> : null}
        <Field
          label={say('openBatch.account')}
          hint={
            wrong ? say('openBatch.accountWrong') : (place.name ?? say('openBatch.accountHint'))
          }
        >
          {(given) => (
            <input
              {...given}
              autoFocus
              className="field"
              inputMode="numeric"
              autoComplete="off"
              value={account}
              onChange={({ target }) => {
                setAccount(target.value)
                setBranchNo('')
              }}
            />
          )}
        </Field>
        {place.files.length > 1 ? (
          <Select
            label={say('openBatch.volume')}
            choices={place.files.map((file) => ({
              id: file.paperFileId,
              word: sayVolume(file, say) || say('paper.volume', { volume: 1 }),
            }))}
            value={place.file?.paperFileId ?? null}
            onChange={setVolume}
          />
        ) : null}
        <Field label={say('openBatch.paper')} hint={say('openBatch.paperHint')}>
          {(given) => (
            <input
              {...given}
              className="field"
              maxLength={200}
              value={paperFile}
              onChange={({ target }) => setPaper(target.value)}
            />
          )}
        </Field>
        <Field label={say('openBatch.sheets')} hint={say('openBatch.sheetsHint')}>
          {(given) => (
            <input
              {...given}
              className="field"
              inputMode="numeric"
              maxLength={4}
              value={sheets}
              onChange={({ target }) => setSheets(target.value.replaceAll(/\D/g, ''))}
            />
          )}
        </Field>
        <Select
          label={say('openBatch.profile')}
          choices={profiles.map(({ code, titleTh, titleEn }) => ({
            id: code,
            word: language === 'th' ? titleTh : titleEn,
          }))}
          value={profile}
          onChange={setChosen}
        />
        <Foot refused={opening.isPending ? say('app.saving') : lacking} onClose={onClose}>
          {say('openBatch.button')}
        </Foot>
      </form>
    </Dialog>
  )
}

function plain(typed: string): string {
  return arabicDigits(typed).replaceAll(/[\s-]/g, '')
}

function shown(accountNo: string): string {
  return accountNo === '' ? '' : formatAccountNo(accountNo)
}

/** What the paper side knows of this file: its volumes, its employer's name, and where it stands. */
function usePlace(accountNo: string | null, chosen: string | null) {
  const places = usePaperPlaces(accountNo === null ? [] : [accountNo])
  const files = accountNo === null ? [] : (places.get(accountNo) ?? [])
  const file = files.find(({ paperFileId }) => paperFileId === chosen) ?? files[0]
  const shelf = [file?.building, file?.shelf, file?.box].filter(Boolean).join(' ')
  return { files, file, name: file?.employerName ?? null, shelf }
}
