/** The refusals of the administration, in Thai and in English. */
export const operationsProblems = {
  'operations.queue_unknown': ['ไม่มีคิวงานชื่อนี้', 'There is no such queue.'],
  'operations.paused_already': [
    'คิวนี้พักอยู่แล้ว โหลดใหม่เพื่อดูว่าใครพัก',
    'This queue is paused already. Reload to see by whom.',
  ],
  'operations.not_paused': ['คิวนี้ไม่ได้พักอยู่', 'This queue is not paused.'],
  'operations.job_gone': [
    'งานนี้ไม่อยู่ในรายการที่ไม่สำเร็จแล้ว อาจมีผู้อื่นส่งกลับหรือยุติไปแล้ว',
    'The job is not among the failed ones any more. Somebody else has retried it or given it up.',
  ],
  'operations.redone_already': [
    'งานนี้ส่งกลับเข้าคิวไปแล้ว',
    'The job was sent back to its queue already.',
  ],
} as const
