import { CircleAlert, CircleCheck } from 'lucide-react'
import { useId, useState } from 'react'
import type { OpenBatch } from '#conversion/contract'
import { sayCount } from '../words/numbers.ts'
import { useWords } from '../words/words.ts'
import type { Count } from './use-desk.ts'

type Props = {
  batch: OpenBatch
  refused: string | null
  field: React.RefObject<HTMLInputElement | null>
  onCount: (count: Count) => void
}

/** Sheets counted by hand against images found: it agrees, or it is said what is missing. */
export function CountBar({ batch, refused, field, onCount }: Props) {
  const { say } = useWords()
  const { count } = batch
  function save(change: { sheets?: number; skipped?: number }) {
    const sheets = change.sheets ?? count.sheets
    if (sheets === null) return
    onCount({ sheets, skipped: change.skipped ?? count.skipped })
  }
  return (
    <div className="flex flex-wrap items-center gap-x-4 gap-y-1 text-sm">
      <NumberField
        label={say('count.sheets')}
        shortcut="C"
        field={field}
        value={count.sheets}
        least={1}
        disabled={refused !== null}
        onTake={(sheets) => save({ sheets })}
      />
      <NumberField
        label={say('count.skipped')}
        title={say('count.skippedHint')}
        value={count.skipped}
        least={0}
        disabled={refused !== null || count.sheets === null}
        onTake={(skipped) => save({ skipped })}
      />
      <span className="whitespace-nowrap text-soft">{say('count.images', counts(count))}</span>
      <span role="status">
        <Verdict batch={batch} />
      </span>
    </div>
  )
}

function counts({ images, blank, cover, rejected, kept }: OpenBatch['count']) {
  const all = { images, blank, cover, rejected, kept }
  return Object.fromEntries(Object.entries(all).map(([name, count]) => [name, sayCount(count)]))
}

function Verdict({ batch }: { batch: OpenBatch }) {
  const { say } = useWords()
  const { sheets, sides, difference, images } = batch.count
  if (difference === null) return <span className="text-warn">{say('count.notCounted')}</span>
  if (difference === 0) {
    return (
      <span className="inline-flex items-center gap-1 text-good">
        <CircleCheck size={16} aria-hidden /> {say('count.agrees')}
      </span>
    )
  }
  const facts = {
    sheets: sayCount(sheets ?? 0),
    sides: sayCount((sheets ?? 0) * sides),
    images: sayCount(images),
    count: sayCount(Math.abs(difference)),
  }
  return (
    <span className="inline-flex items-center gap-1 rounded-md bg-bad-tint px-2 py-0.5 font-semibold text-bad">
      <CircleAlert size={16} aria-hidden />
      {say(difference < 0 ? 'count.missing' : 'count.tooMany', facts)}
    </span>
  )
}

type NumberProps = {
  label: string
  title?: string
  shortcut?: string
  value: number | null
  least: number
  disabled: boolean
  onTake: (value: number) => void
  field?: React.RefObject<HTMLInputElement | null>
}

/** A count that is taken on Enter or on leaving the field. */
function NumberField(props: NumberProps) {
  const { label, title, shortcut, value, least, disabled, onTake, field } = props
  const id = useId()
  const shown = value === null ? '' : String(value)
  const [typed, setTyped] = useState(shown)
  const [seen, setSeen] = useState(shown)
  if (seen !== shown) {
    setSeen(shown)
    setTyped(shown)
  }
  function take() {
    const number = Number(typed)
    const right = /^\d{1,4}$/.test(typed) && number >= least && number <= 2_000
    if (right && number !== value) onTake(number)
    else if (!right) setTyped(shown)
  }
  return (
    <span className="flex items-center gap-2 whitespace-nowrap" title={title}>
      <label htmlFor={id}>{label}</label>
      {shortcut === undefined ? null : <kbd className="key">{shortcut}</kbd>}
      <input
        id={id}
        ref={field}
        className="field h-8 w-20"
        inputMode="numeric"
        value={typed}
        disabled={disabled}
        onChange={({ target }) => setTyped(target.value.replaceAll(/\D/g, ''))}
        onBlur={take}
        onKeyDown={(event) => {
          if (event.code === 'Enter' || event.code === 'NumpadEnter') event.currentTarget.blur()
          else if (event.code === 'Escape') setTyped(shown)
        }}
      />
    </span>
  )
}
