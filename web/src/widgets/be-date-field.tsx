import { CalendarDays } from 'lucide-react'
import { useEffect, useId, useRef, useState } from 'react'
import { Dialog, Popover } from 'react-aria-components'
import { formatDate, type KnownDate } from '#thai-text'
import { inBangkok } from '../words/say-when.ts'
import { useWords } from '../words/words.ts'
import { BECalendar } from './be-calendar.tsx'
import {
  type BEDate,
  type BEDateRules,
  knownDate,
  NO_DATE,
  partAt,
  type Reading,
  readTyped,
  saidDate,
  shownDate,
  stepDate,
} from './be-date.ts'
import { Button } from './button.tsx'

type Props = BEDateRules & {
  label: string
  value: BEDate
  /** On Enter, on leaving the field, on picking a day; never while typing, never a guess. */
  onCommit: (value: BEDate) => void
  /** Whether what stands in the field cannot be taken: a form waits until it can. */
  onWrong?: (wrong: boolean) => void
  hint?: string
  disabled?: boolean
}

const range = { earliest: '1897-01-01', latest: '2057-12-31' }

/** A date of the Buddhist era as people write it. What was typed stays until it is read. */
export function BEDateField(props: Props) {
  const { label, value, onCommit, onWrong, disabled = false } = props
  const { say } = useWords()
  const id = useId()
  const box = useRef<HTMLInputElement>(null)
  const around = useRef<HTMLDivElement>(null)
  const today = inBangkok(new Date()).date
  const shown = shownDate(value, say('beDate.none'))
  const [typed, setTyped] = useState(shown)
  const [seen, setSeen] = useState(shown)
  const [open, setOpen] = useState(false)
  if (shown !== seen) {
    setSeen(shown)
    setTyped(shown)
  }
  const reading = readTyped(typed, today, props)
  const changed = typed !== shown
  const wrong = reading.kind === 'refused'
  useEffect(() => onWrong?.(wrong), [wrong, onWrong])

  function take(to: BEDate) {
    setTyped(shownDate(to, say('beDate.none')))
    if (to !== value) onCommit(to)
  }
  function commit() {
    if (reading.kind === 'value') take(reading.value)
  }
  function step(by: 1 | -1) {
    const known = reading.kind === 'value' ? knownDate(reading.value) : null
    if (known === null) return
    const before = shownDate(known.iso, '')
    const caret = typed === before ? (box.current?.selectionStart ?? 0) : 0
    const next = shownDate(stepDate(known, partAt(before, caret, known), by), '')
    setTyped(next)
    requestAnimationFrame(() => box.current?.setSelectionRange(caret, caret))
  }
  function onKey(event: React.KeyboardEvent) {
    if (event.nativeEvent.isComposing) return
    if (event.code === 'ArrowDown' && event.altKey) setOpen(true)
    else if (event.code === 'ArrowUp') step(1)
    else if (event.code === 'ArrowDown') step(-1)
    else if (event.code === 'Escape' && changed) setTyped(shown)
    else {
      // Enter takes the date, and then sends the form as Enter does.
      if (event.code === 'Enter' || event.code === 'NumpadEnter') commit()
      return
    }
    event.preventDefault()
  }

  const known = reading.kind === 'value' ? knownDate(reading.value) : null
  return (
    <div className="flex flex-col gap-1">
      <label htmlFor={id} className="text-sm font-semibold">
        {label}
      </label>
      <div ref={around} className="relative">
        <input
          id={id}
          ref={box}
          className="field pr-11"
          value={typed}
          disabled={disabled}
          autoComplete="off"
          spellCheck={false}
          aria-invalid={wrong}
          aria-describedby={`${id}-hint`}
          aria-keyshortcuts="Alt+ArrowDown"
          onChange={(event) => setTyped(event.target.value)}
          onBlur={commit}
          onKeyDown={onKey}
        />
        <button
          type="button"
          disabled={disabled}
          aria-label={`${say('beDate.calendar')} ${label}`}
          aria-haspopup="dialog"
          onClick={() => setOpen(true)}
          className="absolute top-1 right-1 flex h-8 w-8 items-center justify-center rounded-md text-brand hover:bg-brand-tint disabled:text-edge"
        >
          <CalendarDays size={19} aria-hidden />
        </button>
      </div>
      <div id={`${id}-hint`} className="min-h-[1.6em] text-sm">
        <div role="status">
          {changed || wrong ? <ReadAs reading={reading} onUse={take} /> : null}
        </div>
        {changed || wrong ? null : (
          <Doubts reading={reading} hint={props.hint ?? say('beDate.hint')} />
        )}
      </div>
      <Popover
        triggerRef={around}
        isOpen={open}
        onOpenChange={setOpen}
        placement="bottom start"
        className="floating p-3 data-[entering]:animate-arrive"
      >
        <Dialog aria-label={`${say('beDate.calendar')} ${label}`} className="outline-none">
          <BECalendar
            label={label}
            day={known?.precision === 'day' ? known.date : null}
            start={known === null ? today : known.date}
            today={today}
            earliest={props.earliest ?? range.earliest}
            latest={props.latest ?? range.latest}
            onPick={(day) => {
              setOpen(false)
              take(day)
            }}
          />
          <Unknown
            known={known}
            rules={props}
            onTake={(to) => {
              setOpen(false)
              take(to)
            }}
          />
        </Dialog>
      </Popover>
    </div>
  )
}

/** What the typed text means, or why it means nothing and what may have been meant. */
function ReadAs({ reading, onUse }: { reading: Reading; onUse: (value: BEDate) => void }) {
  const { say } = useWords()
  if (reading.kind === 'value') {
    const known = knownDate(reading.value)
    if (known === null) return null
    return (
      <p className={reading.doubts.length === 0 ? 'text-good' : 'text-warn'}>
        {[
          say('beDate.readAs', { date: saidDate(known) }),
          ...reading.doubts.map((doubt) => say(doubt)),
        ].join(' · ')}
      </p>
    )
  }
  return (
    <div className="flex flex-wrap items-center gap-2 text-bad">
      <span>{say(reading.word, reading.facts)}</span>
      {reading.offers.map((offer) => (
        <Button key={offer.iso} small onPress={() => onUse(offer.iso)}>
          {offerWords(offer, reading.word === 'date.common-era-year', say)}
        </Button>
      ))}
    </div>
  )
}

function offerWords(offer: KnownDate, common: boolean, say: ReturnType<typeof useWords>['say']) {
  const date = formatDate(offer.date, offer.precision, 'short')
  if (!common) return say('beDate.useInstead', { date })
  return say('beDate.useCommon', { date, year: offer.iso.slice(0, 4) })
}

/** Under a date that was taken: what is to be looked at again, else how dates are typed. */
function Doubts({ reading, hint }: { reading: Reading; hint: string }) {
  const { say } = useWords()
  const doubts = reading.kind === 'value' ? reading.doubts : []
  if (doubts.length === 0) return <p className="text-soft">{hint}</p>
  return <p className="text-warn">{doubts.map((doubt) => say(doubt)).join(' · ')}</p>
}

type UnknownProps = {
  known: KnownDate | null
  rules: BEDateRules
  onTake: (value: BEDate) => void
}

/** For papers that tell less than a day, or nothing. */
function Unknown({ known, rules, onTake }: UnknownProps) {
  const { say } = useWords()
  if (rules.precision === 'day') return null
  const year = rules.precision === undefined || rules.precision === 'year'
  return (
    <div className="mt-2 flex flex-wrap gap-2 border-t border-line pt-3">
      {known === null ? null : (
        <Button small onPress={() => onTake(known.date.slice(0, 7))}>
          {say('beDate.noDay')}
        </Button>
      )}
      {known === null || !year ? null : (
        <Button small onPress={() => onTake(known.date.slice(0, 4))}>
          {say('beDate.noMonth')}
        </Button>
      )}
      <Button small onPress={() => onTake(NO_DATE)}>
        {say('beDate.none')}
      </Button>
    </div>
  )
}
