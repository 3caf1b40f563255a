import { Circle, CircleCheck, CircleMinus, CircleSlash } from 'lucide-react'
import { useState } from 'react'
import type { z } from 'zod'
import type { Checklist, Slot as SlotShape } from '#employer-files/contract'
import { useRefused } from '../shell/me.ts'
import { Button } from '../widgets/button.tsx'
import { sayCount } from '../words/numbers.ts'
import { sayWhen } from '../words/say-when.ts'
import { useWords } from '../words/words.ts'
import { WaiveDialog } from './waive-dialog.tsx'

type Slot = z.infer<typeof SlotShape>

const marks = {
  found: <CircleCheck size={18} className="mt-0.5 text-good" aria-hidden />,
  missing: <Circle size={18} className="mt-0.5 text-bad" aria-hidden />,
  waived: <CircleSlash size={18} className="mt-0.5 text-soft" aria-hidden />,
  'not-asked': <CircleMinus size={18} className="mt-0.5 text-edge" aria-hidden />,
} as const

type Props = { accountNo: string; checklist: Checklist | null }

/** The papers that should be in the file: those missing first, each with what would fill it. */
export function ChecklistPanel({ accountNo, checklist }: Props) {
  const { say, language } = useWords()
  const [waiving, setWaiving] = useState<Slot | null>(null)
  const refused = useRefused('employer-files.waive')
  if (checklist === null) {
    return (
      <p className="border-t border-line px-4 py-3 text-sm text-soft">{say('file.noChecklist')}</p>
    )
  }
  const title = (slot: Slot) => (language === 'th' ? slot.titleTh : slot.titleEn)
  const missing = checklist.slots.filter(({ state }) => state === 'missing')
  const order = ['missing', 'found', 'waived', 'not-asked']
  const slots = [...checklist.slots].sort((a, b) => order.indexOf(a.state) - order.indexOf(b.state))
  return (
    <section id="checklist" className="scroll-mt-10 border-t-4 border-paper">
      <div className="px-4 pt-3 pb-2">
        <h2 className="flex items-baseline gap-3 text-sm">
          {say('file.checklist')}
          <span className={missing.length === 0 ? 'text-good' : 'text-warn'}>
            {say('file.complete', {
              filled: sayCount(checklist.filled),
              counted: sayCount(checklist.counted),
            })}
          </span>
        </h2>
        {missing.length === 0 ? null : (
          <p className="text-sm text-soft">
            {say('file.lacks', { names: missing.map(title).join(' · ') })}
          </p>
        )}
      </div>
      <ul>
        {slots.map((slot) => (
          <li
            key={slot.code}
            className="flex items-start gap-3 border-t border-line px-4 py-2 text-sm"
          >
            {marks[slot.state]}
            <div className="min-w-0 flex-1">
              <p>
                <span className={slot.state === 'missing' ? 'font-semibold' : ''}>
                  {title(slot)}
                </span>{' '}
                <span className="text-soft">
                  {say(`slot.${slot.state}`)}
                  {slot.copies > 1 ? ` ${say('file.copies', { count: slot.copies })}` : ''}
                </span>
              </p>
              {slot.state === 'missing' ? <Alternatives slot={slot} /> : null}
              {slot.waiver === null ? null : (
                <p className="text-soft">
                  {say('file.waived', {
                    by: slot.waiver.by,
                    on: sayWhen(slot.waiver.on, new Date(), say),
                    reason: slot.waiver.reason,
                  })}
                </p>
              )}
            </div>
            {slot.state === 'missing' ? (
              <Button small refused={refused} onPress={() => setWaiving(slot)}>
                {say('file.waive')}
              </Button>
            ) : null}
          </li>
        ))}
      </ul>
      {waiving === null ? null : (
        <WaiveDialog
          accountNo={accountNo}
          slot={waiving.code}
          title={title(waiving)}
          onClose={() => setWaiving(null)}
        />
      )}
    </section>
  )
}

function Alternatives({ slot }: { slot: Slot }) {
  const { say } = useWords()
  return (
    <p className="text-soft">
      {slot.anyOf.map(({ types }, at) => (
        <span key={types.map(({ code }) => code).join()}>
          {at === 0 ? '' : ` ${say('file.orElse')} `}
          {types.map(({ code, titleTh, filed }, place) => (
            <span key={code}>
              {place === 0 ? '' : ` ${say('file.and')} `}
              <span className={filed ? 'text-good' : ''}>
                {titleTh}
                {filed ? ` (${say('slot.found')})` : ''}
              </span>
            </span>
          ))}
        </span>
      ))}
    </p>
  )
}
