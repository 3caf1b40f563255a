import { useRef } from 'react'
import type { PaperChange, PaperFile } from '#paper-files/contract'
import { problemOf } from '../api/problem.ts'
import { useToast } from '../widgets/toast.tsx'
import { sayCount } from '../words/numbers.ts'
import { sayProblem } from '../words/problem-words.ts'
import { useWords } from '../words/words.ts'
import { useChangePaper, useUndoPaper } from './paper-query.ts'

/** As many files as one act may hold. */
const limits = { act_files_max: 200 }

export type PaperActs = {
  change(files: readonly PaperFile[], change: PaperChange, reason?: string): void
  undoLast(): void
}

/** Acts on paper files that can be undone; what came of each is told at the foot of the screen. */
export function usePaperActs(): PaperActs {
  const { say, language } = useWords()
  const tell = useToast()
  const changing = useChangePaper()
  const undoing = useUndoPaper()
  const last = useRef<string | null>(null)
  const fail = (error: unknown) => {
    tell({ text: sayProblem(problemOf(error), language).sentence, tone: 'bad' })
  }
  function undo(actId: string) {
    if (last.current === actId) last.current = null
    undoing.mutate(actId, {
      onSuccess: ({ changed }) => tell({ text: say('paper.undone', { count: sayCount(changed) }) }),
      onError: fail,
    })
  }
  return {
    change(files, change, reason) {
      if (files.length > limits.act_files_max) {
        return tell({ text: say('paper.tooMany', { max: limits.act_files_max }), tone: 'bad' })
      }
      const paperFileIds = files.map(({ paperFileId }) => paperFileId)
      const act = { id: crypto.randomUUID(), paperFileIds, change, reason: reason ?? null }
      changing.mutate(act, {
        onSuccess: ({ actId, changed }) => {
          const state = change.state === undefined ? '' : say(`paperState.${change.state}`)
          if (changed === 0) return tell({ text: say('paper.unchanged', { state }) })
          last.current = actId
          const count = sayCount(changed)
          const word = state === '' ? 'paper.edited' : 'paper.changed'
          tell({ text: say(word, { count, state }), undo: () => undo(actId) })
        },
        onError: fail,
      })
    },
    undoLast() {
      if (last.current !== null) undo(last.current)
    },
  }
}
