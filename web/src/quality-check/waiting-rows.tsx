import { useEffect, useRef } from 'react'
import type { LineBatch } from '#conversion/contract'
import { formatAccountNo } from '#thai-text'
import { sayAge } from '../conversion/say-age.ts'
import { Button } from '../widgets/button.tsx'
import { sayCount } from '../words/numbers.ts'
import { sayProblem } from '../words/problem-words.ts'
import { useWords } from '../words/words.ts'

export type WaitingCheck = LineBatch & { refused: string | null; mine: boolean }

type Props = {
  checks: readonly WaitingCheck[]
  active: WaitingCheck | undefined
  nameOf: (office: string) => string
  onOpen: (check: WaitingCheck) => void
}

const head = 'sticky top-0 z-10 bg-sheet px-3 py-1.5 text-left text-sm text-soft'
const cell = 'px-3 py-1.5 align-middle'

/** Batches that wait, oldest first. One that may not be opened says why. */
export function WaitingRows({ checks, active, nameOf, onOpen }: Props) {
  const { say } = useWords()
  const now = new Date()
  if (checks.length === 0) return null
  return (
    <table className="w-full border-collapse">
      <thead>
        <tr>
          <th className={`${head} pl-5`}>{say('lineList.number')}</th>
          <th className={head}>{say('check.office')}</th>
          <th className={head}>{say('lineList.file')}</th>
          <th className={`${head} text-right`}>{say('lineList.documents')}</th>
          <th className={`${head} text-right`}>{say('lineList.pages')}</th>
          <th className={head}>{say('check.waits')}</th>
          <th className={head}>{say('check.openHead')}</th>
        </tr>
      </thead>
      <tbody>
        {checks.map((check) => (
          <WaitingRow
            key={check.batchId}
            check={check}
            active={check === active}
            office={nameOf(check.officeId)}
            age={sayAge(check.stateSince, now, say)}
            onOpen={() => onOpen(check)}
          />
        ))}
      </tbody>
    </table>
  )
}

type RowProps = {
  check: WaitingCheck
  active: boolean
  office: string
  age: string
  onOpen: () => void
}

function WaitingRow({ check, active, office, age, onOpen }: RowProps) {
  const { say, language } = useWords()
  const row = useRef<HTMLTableRowElement>(null)
  useEffect(() => {
    if (active) row.current?.scrollIntoView({ block: 'nearest' })
  }, [active])
  const why =
    check.refused === null
      ? null
      : sayProblem({ code: check.refused, facts: {} }, language).sentence
  const look = active ? 'bg-brand-tint shadow-[inset_4px_0_0_var(--color-brand)]' : ''
  return (
    <tr ref={row} className={`border-t border-line ${look}`}>
      <td className={`${cell} pl-5 font-semibold whitespace-nowrap`}>
        {check.number}
        {check.round > 1 ? (
          <span className="ml-2 text-sm font-normal text-warn">
            {say('check.round', { round: check.round })}
          </span>
        ) : null}
      </td>
      <td className={`${cell} text-sm`}>{office}</td>
      <td className={cell}>
        <span className="identifier block text-sm">
          {check.accountNo === null ? say('lineList.noAccount') : formatAccountNo(check.accountNo)}
        </span>
        <span className="block text-sm text-soft">{check.employerName}</span>
      </td>
      <td className={`${cell} text-right`}>{sayCount(check.documents)}</td>
      <td className={`${cell} text-right`}>{sayCount(check.pages)}</td>
      <td className={`${cell} text-sm whitespace-nowrap`}>{age}</td>
      <td className={cell}>
        <div className="flex items-center gap-3">
          <Button small refused={why} onPress={onOpen}>
            {say(check.mine ? 'check.goOn' : 'check.open')}{' '}
            {active ? <kbd className="key">Enter</kbd> : null}
          </Button>
          {why === null ? null : <span className="text-sm text-soft">{why}</span>}
        </div>
      </td>
    </tr>
  )
}
