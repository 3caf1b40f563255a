import type { DroppedJob, QueueActKind } from './contract.ts'

/** Desk tables of this module. */
export type OperationsTables = {
  'desk.queueAct': {
    actId: string
    at: Date
    act: QueueActKind
    queue: string
    person: string
    personName: string
    reason: string | null
    jobs: number
    dropped: DroppedJob | null
    redoneBy: string | null
  }
  'desk.pausedQueue': { queue: string; actId: string }
}
