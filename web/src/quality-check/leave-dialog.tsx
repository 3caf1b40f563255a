import { useNavigate } from '@tanstack/react-router'
import { Button } from '../widgets/button.tsx'
import { Dialog } from '../widgets/dialog.tsx'
import { Trouble } from '../widgets/trouble.tsx'
import { useWords } from '../words/words.ts'
import { useLeaveCheck } from './check-query.ts'

type Props = { batchId: string; judged: number; onClose: () => void }

/** Gives the batch back to the queue. What was judged is dropped, so it is asked first. */
export function LeaveDialog({ batchId, judged, onClose }: Props) {
  const { say } = useWords()
  const navigate = useNavigate()
  const leave = useLeaveCheck(batchId)
  return (
    <Dialog title={say('check.leaveTitle')} open onClose={onClose}>
      <div className="flex flex-col gap-4">
        <p>{say('check.leaveHelp', { count: judged })}</p>
        {leave.isError ? <Trouble error={leave.error} /> : null}
        <div className="flex justify-end gap-2">
          <Button onPress={onClose}>{say('app.cancel')}</Button>
          <Button
            look="danger"
            refused={leave.isPending ? say('app.saving') : null}
            onPress={() =>
              leave.mutate(undefined, { onSuccess: () => void navigate({ to: '/checks' }) })
            }
          >
            {say('check.leave')}
          </Button>
        </div>
      </div>
    </Dialog>
  )
}
