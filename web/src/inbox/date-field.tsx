import { useState } from 'react'
import type { PaperDate } from '#kernel'
import { formatDate, type KnownDate, type ReadDate, readDate } from '#thai-text'
import { Button } from '../widgets/button.tsx'
import { Field } from '../widgets/field.tsx'
import { inBangkok } from '../words/say-when.ts'
import { useWords } from '../words/words.ts'

type Props = { onRead: (date: PaperDate | null | 'wrong') => void }

/** A date in the Buddhist era as people write it. What was typed stays; the reading stands below. */
export function DateField({ onRead }: Props) {
  const { say } = useWords()
  const [typed, setTyped] = useState('')
  const reading = typed.trim() === '' ? null : readDate(typed, inBangkok(new Date()).date)

  function type(text: string) {
    setTyped(text)
    if (text.trim() === '') return onRead(null)
    const read = readDate(text, inBangkok(new Date()).date)
    onRead(read.read ? { date: read.date, precision: read.precision } : 'wrong')
  }

  return (
    <div>
      <Field label={say('inbox.date')} hint={say('inbox.dateHint')}>
        {(given) => (
          <input
            {...given}
            className="field"
            inputMode="text"
            aria-invalid={reading !== null && !reading.read}
            value={typed}
            onChange={(event) => type(event.target.value)}
          />
        )}
      </Field>
      <div role="status">
        {reading === null ? null : <Reading reading={reading} onUse={type} />}
      </div>
    </div>
  )
}

function Reading({ reading, onUse }: { reading: ReadDate; onUse: (text: string) => void }) {
  const { say } = useWords()
  const long = ({ date, precision }: KnownDate) => formatDate(date, precision, 'long')
  if (reading.read) {
    return <p className="text-sm text-good">{say('inbox.dateRead', { date: long(reading) })}</p>
  }
  return (
    <div className="flex flex-wrap items-center gap-2 text-sm text-bad">
      <span>{say(`date.${reading.reason}`, { days: reading.days ?? '' })}</span>
      {reading.offers.map((offer) => (
        <Button key={offer.iso} small onPress={() => onUse(long(offer))}>
          {say('date.use', { date: long(offer) })}
        </Button>
      ))}
    </div>
  )
}
