import { Link, useParams } from '@tanstack/react-router'
import { problemOf } from '../api/problem.ts'
import { NotFound } from '../shell/not-found.tsx'
import { Trouble } from '../widgets/trouble.tsx'
import { Wait } from '../widgets/wait.tsx'
import { useWords } from '../words/words.ts'
import { Check } from './check.tsx'
import { useOpenCheck } from './check-query.ts'

/** A batch before its checker. */
export function CheckScreen() {
  const { say } = useWords()
  const { batchId } = useParams({ from: '/checks/$batchId' })
  const check = useOpenCheck(batchId)
  if (check.isPending) return <Wait />
  if (check.isError) {
    if (problemOf(check.error).status === 404) return <NotFound />
    return (
      <div className="flex flex-col items-start gap-4 p-8">
        <h1 className="text-xl">{say('check.title')}</h1>
        <Trouble error={check.error} onRetry={() => void check.refetch()} />
        <Link to="/checks" className="text-brand underline underline-offset-4">
          {say('check.toQueue')}
        </Link>
      </div>
    )
  }
  const again = () => void check.refetch()
  // After a failed sample the same batch is asked for anew, with all its documents.
  const key = `${batchId} ${check.data.documentList.length} ${check.data.plan.fullBecause}`
  return <Check key={key} check={check.data} onAgain={again} />
}
