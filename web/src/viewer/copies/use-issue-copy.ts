import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import type { CopyForm, issueCopy } from '#copies/contract'
import { ask } from '../../api/ask.ts'

type Body = Parameters<typeof ask<typeof issueCopy>>[2]['body']

/**
 * Records the copy, then gives its file to the browser: to be kept, or in a tab of its own to be printed.
 * The tab is opened with the press, since browsers let nothing open later.
 */
export function useIssueCopy(
  { accountNo, form }: { accountNo: string; form: CopyForm },
  onDone: (made: { pages: number }) => void,
) {
  const queries = useQueryClient()
  // Names the act: sending again after a cut line does not take the copy twice.
  const [id] = useState(() => crypto.randomUUID())
  const issue = useMutation({
    mutationFn: async (body: Body) => {
      const tab = form === 'print' ? window.open('', '_blank') : null
      try {
        const made = await ask<typeof issueCopy>('POST', '/copies', { body })
        hand(`/api/copies/${made.copyId}/copy.pdf?form=${form}`, tab)
        return made
      } catch (refused) {
        tab?.close()
        throw refused
      }
    },
    onSuccess: async (made) => {
      await queries.invalidateQueries({ queryKey: ['copies', accountNo] })
      onDone(made)
    },
  })
  return { id, issue }
}

function hand(url: string, tab: Window | null): void {
  if (tab !== null) {
    tab.location.href = url
    return
  }
  const link = document.createElement('a')
  link.href = url
  link.download = ''
  link.click()
}
