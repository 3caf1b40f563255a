import { CircleAlert } from 'lucide-react'
import { problemOf } from '../api/problem.ts'
import { sayProblem } from '../words/problem-words.ts'
import { useWords } from '../words/words.ts'
import { Button } from './button.tsx'

/** What went wrong, what to do now, and the code for those who help. */
export function Trouble({ error, onRetry }: { error: unknown; onRetry?: () => void }) {
  const { say, language } = useWords()
  const problem = problemOf(error)
  const { sentence } = sayProblem(problem, language)
  return (
    <div
      role="alert"
      className="flex items-start gap-3 rounded-lg border border-bad bg-bad-tint p-3"
    >
      <CircleAlert size={20} className="mt-1 shrink-0 text-bad" aria-hidden />
      <div className="min-w-0 flex-1">
        <p>{sentence}</p>
        <p className="text-xs text-soft">{say('app.code', { code: problem.code })}</p>
      </div>
      {onRetry === undefined ? null : (
        <Button small onPress={onRetry}>
          {say('app.retry')}
        </Button>
      )}
    </div>
  )
}
