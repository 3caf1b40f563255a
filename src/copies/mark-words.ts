import { officeDate } from '#kernel'
import { formatDate } from '#thai-text'
import { activities, purposes } from './purposes.ts'

export type MarkWords = { what: string; who: string }

/** The two lines of a copy's mark: what it was taken for, and by whom, where and when. */
export function markWords(copy: {
  purpose: string
  activity: string | null
  reference: string | null
  issuedAt: Date
  issuedToName: string
  officeName: string
}): MarkWords {
  const purpose = purposes.find(({ code }) => code === copy.purpose)?.titleTh ?? copy.purpose
  const activity = activities.find(({ code }) => code === copy.activity)?.titleTh
  const day = formatDate(officeDate(copy.issuedAt), 'day', 'short')
  const time = new Intl.DateTimeFormat('en-GB', {
    timeZone: 'Asia/Bangkok',
    hour: '2-digit',
    minute: '2-digit',
  }).format(copy.issuedAt)
  const what = [`สำเนาเพื่อ ${purpose}`, activity, copy.reference && `อ้างถึง ${copy.reference}`]
  return {
    what: what.filter(Boolean).join(' · '),
    who: `${copy.issuedToName} · สปส. ${copy.officeName} · ${day} ${time} น.`,
  }
}
