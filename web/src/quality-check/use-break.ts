import { useEffect, useState } from 'react'

const limits = { look_ms: 20_000, work_ms: 45 * 60_000, pause_ms: 5 * 60_000 }
const place = 'check-since'

type Span = { since: number; last: number }

/** What this tab knows of the work so far; after a pause it begins anew. */
function spanAt(now: number): Span {
  const [since = 0, last = 0] = (sessionStorage.getItem(place) ?? '').split(' ').map(Number)
  const goesOn = since > 0 && now - last < limits.pause_ms
  return { since: goesOn ? since : now, last: now }
}

function keep({ since, last }: Span): void {
  sessionStorage.setItem(place, `${since} ${last}`)
}

/** Whether eyes have worked for 45 minutes without a pause. `worked` is told of each verdict. */
export function useBreak(): { due: boolean; worked: () => void; rested: () => void } {
  const [due, setDue] = useState(false)
  useEffect(() => {
    keep(spanAt(Date.now()))
    const timer = setInterval(() => {
      const now = Date.now()
      setDue(now - spanAt(now).since >= limits.work_ms)
    }, limits.look_ms)
    return () => clearInterval(timer)
  }, [])
  return {
    due,
    worked: () => keep(spanAt(Date.now())),
    rested() {
      sessionStorage.removeItem(place)
      keep(spanAt(Date.now()))
      setDue(false)
    },
  }
}
