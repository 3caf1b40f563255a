import { useMutation, useQueryClient } from '@tanstack/react-query'
import type { waiveSlot } from '#employer-files/contract'
import { ask } from '../api/ask.ts'
import { ReasonForm } from '../widgets/reason-form.tsx'
import { useWords } from '../words/words.ts'

type Props = { accountNo: string; slot: string; title: string; onClose: () => void }

export function WaiveDialog({ accountNo, slot, title, onClose }: Props) {
  const { say } = useWords()
  const queries = useQueryClient()
  const waive = useMutation({
    mutationFn: ({ id, reason }: { id: string; reason: string }) =>
      ask<typeof waiveSlot>('POST', '/employer-files/:accountNo/waivers', {
        params: { accountNo },
        body: { id, slot, reason },
      }),
    onSuccess: async () => {
      await queries.invalidateQueries({ queryKey: ['file', accountNo] })
      onClose()
    },
  })
  return (
    <ReasonForm
      title={say('file.waiveTitle', { slot: title })}
      hint={say('file.waiveHint')}
      button={say('file.waiveButton')}
      error={waive.error}
      busy={waive.isPending}
      onSend={(act) => waive.mutate(act)}
      onClose={onClose}
    />
  )
}
