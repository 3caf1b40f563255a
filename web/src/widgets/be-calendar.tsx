import { GregorianCalendar, parseDate, toCalendar } from '@internationalized/date'
import { ChevronLeft, ChevronRight } from 'lucide-react'
import { useState } from 'react'
import {
  Button,
  Calendar,
  CalendarCell,
  CalendarGrid,
  CalendarGridBody,
  CalendarGridHeader,
  CalendarHeaderCell,
  CalendarMonthPicker,
  CalendarYearPicker,
} from 'react-aria-components'
import { useWords } from '../words/words.ts'

const limits = { years_shown: 161 }

type Props = {
  label: string
  /** The chosen day, `2020-03-12`; null when none is. */
  day: string | null
  /** The day whose month is shown first. */
  start: string
  today: string
  earliest: string
  latest: string
  onPick: (day: string) => void
}

const arrow =
  'flex h-9 w-9 shrink-0 items-center justify-center rounded-md text-brand hover:bg-brand-tint data-[disabled]:text-edge'

/** A month in the Buddhist era, with its month and year to choose. T goes to today. */
export function BECalendar({ label, day, start, today, earliest, latest, onPick }: Props) {
  const { say } = useWords()
  const [focused, setFocused] = useState(parseDate(start))
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: the days have the focus and the other keys
    <div
      onKeyDown={(event) => {
        if (event.code === 'KeyT' && !(event.target instanceof HTMLSelectElement)) {
          setFocused(parseDate(today))
        }
      }}
    >
      <Calendar
        aria-label={label}
        autoFocus
        value={day === null ? null : parseDate(day)}
        focusedValue={focused}
        onFocusChange={setFocused}
        minValue={parseDate(earliest)}
        maxValue={parseDate(latest)}
        onChange={(date) => onPick(toCalendar(date, new GregorianCalendar()).toString())}
      >
        <div className="mb-2 flex items-center gap-1.5">
          <Button slot="previous" className={arrow}>
            <ChevronLeft size={20} aria-hidden />
          </Button>
          <CalendarMonthPicker>
            {({ items, value, onChange, 'aria-label': name }) => (
              <Picker label={name} items={items} value={value} onChange={onChange} />
            )}
          </CalendarMonthPicker>
          <CalendarYearPicker visibleYears={limits.years_shown}>
            {({ items, value, onChange, 'aria-label': name }) => (
              <Picker label={name} items={items} value={value} onChange={onChange} />
            )}
          </CalendarYearPicker>
          <Button slot="next" className={arrow}>
            <ChevronRight size={20} aria-hidden />
          </Button>
        </div>
        <CalendarGrid weekdayStyle="short" className="w-full border-separate border-spacing-0.5">
          <CalendarGridHeader>
            {(name) => (
              <CalendarHeaderCell className="h-8 text-xs font-normal text-soft">
                {name}
              </CalendarHeaderCell>
            )}
          </CalendarGridHeader>
          <CalendarGridBody>
            {(date) => (
              <CalendarCell
                date={date}
                className="flex h-9 w-full min-w-9 cursor-pointer items-center justify-center rounded-md text-sm hover:bg-sunken data-[disabled]:cursor-default data-[disabled]:text-edge data-[outside-month]:hidden data-[selected]:bg-brand data-[selected]:font-semibold data-[selected]:text-on-brand data-[today]:border data-[today]:border-brand"
              />
            )}
          </CalendarGridBody>
        </CalendarGrid>
      </Calendar>
      <div className="mt-2 flex justify-end">
        <button
          type="button"
          onClick={() => setFocused(parseDate(today))}
          className="flex min-h-8 items-center gap-2 rounded-md px-2 text-sm text-brand hover:bg-brand-tint"
        >
          {say('beDate.today')} <kbd className="key">T</kbd>
        </button>
      </div>
    </div>
  )
}

type PickerProps = {
  label: string
  items: readonly { id: number; formatted: string }[]
  value: string | number
  onChange: (key: string | number) => void
}

/** The years of the Buddhist era are written without the name of the era: the field has said it. */
function Picker({ label, items, value, onChange }: PickerProps) {
  return (
    <select
      aria-label={label}
      value={value}
      onChange={(event) => onChange(Number(event.target.value))}
      className="h-9 min-w-0 flex-1 rounded-md border border-edge bg-sheet px-2 text-sm"
    >
      {items.map(({ id, formatted }) => (
        <option key={id} value={id}>
          {formatted.replace(/^พ\.ศ\. ?|\s*BE$/, '')}
        </option>
      ))}
    </select>
  )
}
