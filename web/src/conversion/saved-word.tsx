import type { Problem } from '../api/problem.ts'
import { sayProblem } from '../words/problem-words.ts'
import { useWords } from '../words/words.ts'

type Props = {
  waiting: number
  /** Why what waits is sent again and again; null while it goes through. */
  trouble: Problem | null
}

/** Whether all that was done is stored, and if not, what is the matter. */
export function SavedWord({ waiting, trouble }: Props) {
  const { say, language } = useWords()
  const text =
    trouble !== null
      ? say('station.again', { why: sayProblem(trouble, language).sentence, count: waiting })
      : waiting > 0
        ? say('station.saving', { count: waiting })
        : say('station.saved')
  return (
    <span
      role="status"
      title={text}
      className={`truncate ${trouble === null ? 'text-soft' : 'font-semibold text-warn'}`}
    >
      {text}
    </span>
  )
}
