import type { Scan } from '#intake/contract'
import { isWord } from '../search/status-word.ts'
import { sayProblem } from '../words/problem-words.ts'
import { useWords } from '../words/words.ts'

/** Why a scan waits: a waiting reason, or the refusal that put it in quarantine. */
export function ReasonText({ scan }: { scan: Pick<Scan, 'reason' | 'facts'> }) {
  const { say, language } = useWords()
  if (scan.reason === null) return null
  const key = `reason.${scan.reason}`
  if (isWord(key)) return say(key)
  const { sentence, known } = sayProblem({ code: scan.reason, facts: scan.facts }, language)
  return known ? sentence : `${sentence} ${say('app.code', { code: scan.reason })}`
}
