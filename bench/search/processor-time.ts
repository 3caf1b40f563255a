import { readdirSync, readFileSync } from 'node:fs'

const tick_ms = 10

/**
 * Milliseconds of processor time that this process and all PostgreSQL processes of the machine's
 * account have used. On a shared machine it says more than the clock. Linux only.
 */
export function processorTime_ms(postmasterPid: number): number {
  const { user, system } = process.cpuUsage()
  let ticks = 0
  for (const entry of readdirSync('/proc')) {
    if (!/^\d+$/.test(entry)) continue
    const fields = statOf(entry)
    const own = Number(fields[11]) + Number(fields[12])
    // Sessions that ended have left their time with the postmaster.
    if (Number(entry) === postmasterPid) ticks += own + Number(fields[13]) + Number(fields[14])
    else if (Number(fields[1]) === postmasterPid) ticks += own
  }
  return (user + system) / 1_000 + ticks * tick_ms
}

/** From the state on: what stands before is a name that may hold spaces. */
function statOf(entry: string): string[] {
  try {
    return readFileSync(`/proc/${entry}/stat`, 'utf8')
      .replace(/^.*\) /s, '')
      .split(' ')
  } catch {
    // Ended meanwhile.
    return []
  }
}
