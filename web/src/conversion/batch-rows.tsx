import { Link } from '@tanstack/react-router'
import { useEffect, useRef } from 'react'
import type { LineBatch } from '#conversion/contract'
import { formatAccountNo } from '#thai-text'
import { sayCount } from '../words/numbers.ts'
import { useWords } from '../words/words.ts'
import { BatchStateChip } from './batch-state-chip.tsx'
import { sayAge } from './say-age.ts'

type Props = {
  batches: readonly LineBatch[]
  active: LineBatch | undefined
  onOpen: (batch: LineBatch) => void
}

const head = 'sticky top-0 z-10 bg-sheet px-3 py-1.5 text-left text-sm text-soft'
const cell = 'px-3 py-1.5 align-top'

/** Batches as rows. The keys of the list are the screen's own; a row opens by its number, too. */
export function BatchRows({ batches, active, onOpen }: Props) {
  const { say } = useWords()
  const now = new Date()
  if (batches.length === 0) return null
  return (
    <table className="w-full border-collapse">
      <thead>
        <tr>
          <th className={`${head} pl-5`}>{say('lineList.number')}</th>
          <th className={head}>{say('lineList.file')}</th>
          <th className={head}>{say('lineList.paper')}</th>
          <th className={`${head} text-right`}>{say('lineList.documents')}</th>
          <th className={`${head} text-right`}>{say('lineList.pages')}</th>
          <th className={head}>{say('lineList.state')}</th>
          <th className={head}>{say('lineList.age')}</th>
          <th className={head}>{say('lineList.by')}</th>
        </tr>
      </thead>
      <tbody>
        {batches.map((batch) => (
          <BatchRow
            key={batch.batchId}
            batch={batch}
            active={batch === active}
            age={sayAge(batch.stateSince, now, say)}
            onOpen={() => onOpen(batch)}
          />
        ))}
      </tbody>
    </table>
  )
}

type RowProps = { batch: LineBatch; active: boolean; age: string; onOpen: () => void }

function BatchRow({ batch, active, age, onOpen }: RowProps) {
  const { say } = useWords()
  const row = useRef<HTMLTableRowElement>(null)
  useEffect(() => {
    if (active) row.current?.scrollIntoView({ block: 'nearest' })
  }, [active])
  const look = active ? 'bg-brand-tint shadow-[inset_4px_0_0_var(--color-brand)]' : 'hover:bg-paper'
  return (
    <tr
      ref={row}
      data-active={active ? '' : undefined}
      onClick={onOpen}
      className={`cursor-pointer border-t border-line ${look}`}
    >
      <td className={`${cell} pl-5 whitespace-nowrap`}>
        <Link
          to="/line/$batchId"
          params={{ batchId: batch.batchId }}
          className="font-semibold text-brand underline-offset-4 hover:underline"
        >
          {batch.number}
        </Link>
      </td>
      <td className={cell}>
        <span className="identifier block text-sm">
          {batch.accountNo === null ? say('lineList.noAccount') : formatAccountNo(batch.accountNo)}
        </span>
        <span className="block text-sm text-soft">{batch.employerName}</span>
      </td>
      <td className={`${cell} text-sm`}>{batch.paperFile ?? '–'}</td>
      <td className={`${cell} text-right`}>{sayCount(batch.documents)}</td>
      <td className={`${cell} text-right`}>{sayCount(batch.pages)}</td>
      <td className={cell}>
        <BatchStateChip state={batch.state} />
      </td>
      <td className={`${cell} text-sm whitespace-nowrap`}>{age}</td>
      <td className={`${cell} text-sm`}>
        {batch.checker === null
          ? batch.openedBy
          : say('lineList.checkedBy', { name: batch.checker })}
      </td>
    </tr>
  )
}
