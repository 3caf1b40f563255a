import { Link } from '@tanstack/react-router'
import { ArrowLeft, Coffee } from 'lucide-react'
import { useState } from 'react'
import type { CheckPlan, OpenCheck } from '#conversion/contract'
import { Button } from '../widgets/button.tsx'
import { Progress } from '../widgets/progress.tsx'
import { sayCount } from '../words/numbers.ts'
import { useWords } from '../words/words.ts'
import type { Judgements } from './judgements.ts'
import { LeaveDialog } from './leave-dialog.tsx'

type Props = { check: OpenCheck; now: Judgements; sheets: boolean; onMode: () => void }

/** The batch, who scanned it, by what plan it is looked at, and how far it is. */
export function CheckHeader({ check, now, sheets, onMode }: Props) {
  const { say } = useWords()
  const [leaving, setLeaving] = useState(false)
  const all = check.documentList.length
  const done = now.verdicts.size
  const rejected = [...now.verdicts.values()].filter(({ verdict }) => verdict === 'reject').length
  const names = check.scannedBy.map(({ name }) => name).join(', ')
  const facts = { done: sayCount(done), all: sayCount(all), rejected: sayCount(rejected) }
  return (
    <header className="flex flex-col gap-1 border-b border-line bg-sheet px-4 py-1.5">
      <div className="flex items-center gap-3">
        <Link
          to="/checks"
          aria-label={say('check.toQueue')}
          title={say('check.toQueue')}
          className="rounded-md p-1.5 text-brand hover:bg-brand-tint"
        >
          <ArrowLeft size={19} aria-hidden />
        </Link>
        <h1 className="text-lg whitespace-nowrap">{say('check.batch', check)}</h1>
        <PlanLine plan={check.plan} />
        <span className="min-w-0 flex-1 truncate text-right text-sm text-soft">
          {say('check.scannedBy', { names })}
        </span>
        <Button small pressed={sheets} onPress={onMode}>
          {say('check.sheets')}
        </Button>
        <Button small pressed={!sheets} onPress={onMode}>
          {say('check.one')} <kbd className="key">V</kbd>
        </Button>
      </div>
      <div className="flex items-center gap-3 text-sm">
        <div className="w-64">
          <Progress done={done} all={all} label={say('check.progress', facts)} />
        </div>
        <span role="status" className="flex-1">
          {say('check.progress', facts)}
        </span>
        <Button small look="quiet" onPress={() => setLeaving(true)}>
          {say('check.leave')}…
        </Button>
      </div>
      {leaving ? (
        <LeaveDialog batchId={check.batchId} judged={done} onClose={() => setLeaving(false)} />
      ) : null}
    </header>
  )
}

/** The sample comes from the sampling table; why everything is looked at is said. */
function PlanLine({ plan }: { plan: CheckPlan }) {
  const { say } = useWords()
  const { lot, sample, mandatory, acceptance, severity, fullBecause } = plan
  const facts = { lot, sample, mandatory, acceptance }
  const words =
    fullBecause === null
      ? say('check.sample', facts)
      : say(`check.full.${fullBecause}`, { lot: sayCount(lot) })
  return (
    <span className="text-sm">
      {words}
      {severity === 'tightened' ? (
        <b className="ml-2 text-warn">{say('check.tightened')}</b>
      ) : severity === 'reduced' ? (
        <span className="ml-2 text-soft">{say('severity.reduced')}</span>
      ) : null}
    </span>
  )
}

/** After 45 minutes eyes see less. */
export function BreakNote({ onRested }: { onRested: () => void }) {
  const { say } = useWords()
  return (
    <div
      role="status"
      className="flex items-center gap-3 border-b border-warn bg-warn-tint px-4 py-1 text-sm text-warn"
    >
      <Coffee size={17} aria-hidden />
      <span className="flex-1">{say('check.break')}</span>
      <Button small onPress={onRested}>
        {say('check.rested')}
      </Button>
    </div>
  )
}
