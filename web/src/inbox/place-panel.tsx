import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import type { placeScan, Scan, setScanAside } from '#intake/contract'
import type { PaperDate } from '#kernel'
import { formatAccountNo } from '#thai-text'
import { ask } from '../api/ask.ts'
import { useDocumentTypes } from '../search/search-query.ts'
import { useRefused } from '../shell/me.ts'
import { type BEDate, knownDate } from '../widgets/be-date.ts'
import { BEDateField } from '../widgets/be-date-field.tsx'
import { Button } from '../widgets/button.tsx'
import { Field } from '../widgets/field.tsx'
import { ReasonForm } from '../widgets/reason-form.tsx'
import { useToast } from '../widgets/toast.tsx'
import { Trouble } from '../widgets/trouble.tsx'
import { saySize } from '../words/numbers.ts'
import { inBangkok } from '../words/say-when.ts'
import { useWords } from '../words/words.ts'
import { type ChosenEmployer, EmployerPicker } from './employer-picker.tsx'
import { ReasonText } from './reason-text.tsx'

type Props = { scan: Scan; placeable: boolean; onDone: () => void }

export function PlacePanel({ scan, placeable, onDone }: Props) {
  const { say } = useWords()
  const refused = useRefused('intake.place')
  const [aside, setAside] = useState(false)
  return (
    <section
      aria-label={say('inbox.placeTitle')}
      className="min-h-0 overflow-auto border-line bg-paper p-4 sm:p-5 lg:border-l"
    >
      <h2 className="text-lg break-words">{scan.name}</h2>
      <p className="text-sm text-soft">
        {saySize(scan.bytes)}
        {scan.pages === null ? '' : ` · ${say('inbox.pages', { count: scan.pages })}`}
      </p>
      <p className="my-3 rounded-md bg-warn-tint px-3 py-2 text-warn">
        <ReasonText scan={scan} />
      </p>
      {placeable ? <PlaceForm scan={scan} refused={refused} onDone={onDone} /> : null}
      <div className="mt-6 border-t border-line pt-4">
        <Button small refused={refused} onPress={() => setAside(true)}>
          {say('inbox.setAside')}
        </Button>
        <p className="mt-1 text-sm text-soft">{say('inbox.setAsideHelp')}</p>
      </div>
      {aside ? <SetAside scan={scan} onDone={onDone} onClose={() => setAside(false)} /> : null}
    </section>
  )
}

type Placing = { employer: ChosenEmployer; type: string; dated: PaperDate | null }

type FormProps = { scan: Scan; refused: string | null; onDone: () => void }

function PlaceForm({ scan, refused, onDone }: FormProps) {
  const { say } = useWords()
  const tell = useToast()
  const queries = useQueryClient()
  const types = useDocumentTypes().data?.types ?? []
  const [employer, setEmployer] = useState<ChosenEmployer | null>(null)
  const [type, setType] = useState('')
  const [dated, setDated] = useState<BEDate>('')
  const [wrongDate, setWrongDate] = useState(false)
  const [id] = useState(() => crypto.randomUUID())
  const place = useMutation({
    mutationFn: ({ employer: { accountNo }, ...rest }: Placing) =>
      ask<typeof placeScan>('POST', '/inbox/:scanId/place', {
        params: { scanId: scan.scanId },
        body: { id, accountNo, ...rest },
      }),
    onSuccess: async () => {
      await queries.invalidateQueries({ queryKey: ['inbox'] })
      tell({ text: say('inbox.placed', { name: scan.name }) })
      onDone()
    },
  })
  const lacking =
    employer === null
      ? say('inbox.accountHint')
      : type === ''
        ? say('inbox.typeChoose')
        : wrongDate
          ? say('date.not-a-date')
          : null
  return (
    <form
      className="flex flex-col gap-4"
      onSubmit={(event) => {
        event.preventDefault()
        if (lacking !== null || employer === null || place.isPending) return
        place.mutate({ employer, type, dated: paperDate(dated) })
      }}
    >
      {place.isError ? <Trouble error={place.error} /> : null}
      {employer === null ? (
        <EmployerPicker onChoose={setEmployer} />
      ) : (
        <div>
          <p className="text-sm font-semibold">{say('inbox.chosenEmployer')}</p>
          <div className="sheet flex items-center gap-3 px-3 py-1.5">
            <span className="identifier font-semibold text-brand">
              {formatAccountNo(employer.accountNo)}
            </span>
            <span className="min-w-0 flex-1">{employer.name}</span>
            <Button small look="quiet" onPress={() => setEmployer(null)}>
              {say('inbox.change')}
            </Button>
          </div>
        </div>
      )}
      <Field label={say('inbox.type')}>
        {(given) => (
          <select
            {...given}
            className="field"
            value={type}
            onChange={(event) => setType(event.target.value)}
          >
            <option value="">{say('inbox.typeChoose')}</option>
            {types.map(({ code, formNo, titleTh }) => (
              <option key={code} value={code}>
                {[formNo, titleTh].filter(Boolean).join(' ')}
              </option>
            ))}
          </select>
        )}
      </Field>
      <BEDateField
        label={say('inbox.date')}
        hint={say('inbox.dateHint')}
        value={dated}
        latest={inBangkok(new Date()).date}
        onCommit={setDated}
        onWrong={setWrongDate}
      />
      <Button
        type="submit"
        look="strong"
        refused={refused ?? (place.isPending ? say('app.saving') : lacking)}
      >
        {say('inbox.place')}
      </Button>
    </form>
  )
}

/** A paper without a date and a field that nobody filled in are both no date of the paper. */
function paperDate(value: BEDate): PaperDate | null {
  const known = knownDate(value)
  return known === null ? null : { date: known.date, precision: known.precision }
}

type AsideProps = { scan: Scan; onDone: () => void; onClose: () => void }

function SetAside({ scan, onDone, onClose }: AsideProps) {
  const { say } = useWords()
  const tell = useToast()
  const queries = useQueryClient()
  const set = useMutation({
    mutationFn: (body: { id: string; reason: string }) =>
      ask<typeof setScanAside>('POST', '/inbox/:scanId/set-aside', {
        params: { scanId: scan.scanId },
        body,
      }),
    onSuccess: async () => {
      onClose()
      await queries.invalidateQueries({ queryKey: ['inbox'] })
      tell({ text: say('inbox.setAsideDone', { name: scan.name }) })
      onDone()
    },
  })
  return (
    <ReasonForm
      title={say('inbox.setAsideTitle', { name: scan.name })}
      hint={say('inbox.setAsideHelp')}
      button={say('inbox.setAsideButton')}
      error={set.error}
      busy={set.isPending}
      onSend={(act) => set.mutate(act)}
      onClose={onClose}
    />
  )
}
