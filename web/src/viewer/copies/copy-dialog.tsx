import { useQuery } from '@tanstack/react-query'
import { ShieldAlert } from 'lucide-react'
import { useState } from 'react'
import type { Activity, CopyForm, Purpose } from '#copies/contract'
import type { FiledDocument } from '#documents/contract'
import { Button } from '../../widgets/button.tsx'
import { Checkbox } from '../../widgets/checkbox.tsx'
import { Dialog } from '../../widgets/dialog.tsx'
import { Field } from '../../widgets/field.tsx'
import { RadioGroup } from '../../widgets/radio-group.tsx'
import { Select } from '../../widgets/select.tsx'
import { useToast } from '../../widgets/toast.tsx'
import { Trouble } from '../../widgets/trouble.tsx'
import { Wait } from '../../widgets/wait.tsx'
import { useWords } from '../../words/words.ts'
import { purposesQuery } from './copies-query.ts'
import { useIssueCopy } from './use-issue-copy.ts'
import { copyBody, firstWanted, keepPurpose, lackingOf, type WantedCopy } from './wanted-copy.ts'

type Props = {
  document: FiledDocument
  /** The page on screen, from 1. */
  page: number
  /** How many places of the document are covered. */
  covered: number
  form: CopyForm
  onClose: () => void
}

/** Takes pages out, for a purpose: one dialog for keeping and for printing. */
export function CopyDialog(props: Props) {
  const { say } = useWords()
  const known = useQuery(purposesQuery)
  const { form, document } = props
  const title = document.title ?? document.typeTitleTh
  const facts = { title, pages: document.pages }
  return (
    <Dialog title={say(`copies.${form}Title`, facts)} open wide onClose={props.onClose}>
      {known.isPending ? <Wait /> : null}
      {known.isError ? <Trouble error={known.error} onRetry={() => void known.refetch()} /> : null}
      {known.data === undefined ? null : <CopyQuestions {...props} {...known.data} />}
    </Dialog>
  )
}

type Known = { purposes: Purpose[]; activities: Activity[]; warningTh: string }

function CopyQuestions({ document, page, covered, form, onClose, ...known }: Props & Known) {
  const { say } = useWords()
  const tell = useToast()
  const { purposes, activities } = known
  const [wanted, setWanted] = useState(() => firstWanted(purposes, activities))
  const change = (part: Partial<WantedCopy>) => setWanted({ ...wanted, ...part })
  const { accountNo, documentId, pages } = document
  const { id, issue } = useIssueCopy({ accountNo, form }, (made) => {
    tell({ text: say(`copies.${form}Made`, { pages: made.pages }), tone: 'good' })
    onClose()
  })
  const purpose = purposes.find(({ code }) => code === wanted.purpose)
  const lacking = lackingOf(wanted, purpose, { pages, page })
  function send() {
    if (lacking !== null || purpose === undefined || issue.isPending) return
    keepPurpose(wanted)
    issue.mutate(copyBody(wanted, { id, documentId, form, purpose, pages, page }))
  }
  return (
    <form
      className="flex flex-col gap-5"
      onSubmit={(event) => {
        event.preventDefault()
        send()
      }}
    >
      {issue.error === null ? null : <Trouble error={issue.error} />}
      <PurposeFields {...known} wanted={wanted} purpose={purpose} onChange={change} />
      <PageFields wanted={wanted} page={page} pages={pages} onChange={change} />
      <div className="flex flex-col">
        {covered === 0 ? null : (
          <Checkbox checked={wanted.covered} onChange={(on) => change({ covered: on })}>
            {say('copies.covered', { places: covered })}
          </Checkbox>
        )}
        <Checkbox checked={wanted.marked} onChange={(on) => change({ marked: on })}>
          {say('copies.marked')}
        </Checkbox>
      </div>
      <p className="flex gap-2.5 rounded-lg bg-warn-tint px-3 py-2.5 text-sm">
        <ShieldAlert size={18} className="mt-0.5 shrink-0 text-warn" aria-hidden />
        {known.warningTh}
      </p>
      <div className="flex flex-wrap items-center justify-end gap-2">
        <p className="mr-auto text-sm text-soft">{say('copies.recorded')}</p>
        <Button onPress={onClose}>{say('app.cancel')}</Button>
        <Button
          type="submit"
          look="strong"
          refused={issue.isPending ? say('app.saving') : lacking === null ? null : say(lacking)}
        >
          {say(`copies.${form}Button`)}
        </Button>
      </div>
    </form>
  )
}

type Asking = { wanted: WantedCopy; onChange: (part: Partial<WantedCopy>) => void }

function PurposeFields(props: Asking & Known & { purpose: Purpose | undefined }) {
  const { purposes, activities, wanted, purpose, onChange } = props
  const { say, language } = useWords()
  const titled = ({ code, titleTh, titleEn }: Activity) => ({
    id: code,
    word: language === 'th' ? titleTh : titleEn,
  })
  return (
    <div className="grid grid-cols-[minmax(0,1fr)] gap-4 sm:grid-cols-[minmax(0,3fr)_minmax(0,2fr)]">
      <Select
        label={say('copies.purpose')}
        choices={purposes.map(titled)}
        value={wanted.purpose}
        onChange={(code) => onChange({ purpose: code })}
      />
      {purpose?.requiresActivity ? (
        <Select
          label={say('copies.activity')}
          choices={activities.map(titled)}
          value={wanted.activity}
          onChange={(activity) => onChange({ activity })}
        />
      ) : (
        <Field label={say(`copies.reference.${purpose?.reference ?? 'optional'}`)}>
          {(given) => (
            <input
              {...given}
              value={wanted.reference}
              maxLength={60}
              onChange={(event) => onChange({ reference: event.target.value })}
              className="field"
            />
          )}
        </Field>
      )}
    </div>
  )
}

function PageFields({ wanted, onChange, page, pages }: Asking & { page: number; pages: number }) {
  const { say } = useWords()
  return (
    <div className="flex flex-wrap items-end gap-x-6 gap-y-2">
      <RadioGroup
        label={say('copies.pages')}
        inline
        value={wanted.which}
        onChange={(which) => {
          if (which === 'all' || which === 'this' || which === 'some') onChange({ which })
        }}
        choices={[
          { id: 'all', word: say('copies.allPages', { pages }) },
          { id: 'this', word: say('copies.thisPage', { page }) },
          { id: 'some', word: say('copies.somePages') },
        ]}
      />
      {wanted.which === 'some' ? (
        <input
          aria-label={say('copies.namePages')}
          placeholder="2-4"
          value={wanted.typed}
          maxLength={20}
          onChange={(event) => onChange({ typed: event.target.value })}
          className="field h-9 w-28"
        />
      ) : null}
    </div>
  )
}
