import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { createInterface } from 'node:readline'

const program = join(import.meta.dirname, '../../src/app/faem.ts')

export const processLimits = { start_ms_max: 5 * 60_000 }

/** A running `faem …`, its lines of standard output as they come, and its end. */
export type OfficeProcess = {
  /** Complete lines so far; one cut by a kill is left out. */
  readonly lines: readonly string[]
  /** The first line that begins so, or null when the program ends without it. */
  line(beginning: string): Promise<string | null>
  /** Resolves after so many lines, or at the end. */
  heard(lines: number): Promise<void>
  hasEnded(): boolean
  readonly ended: Promise<{ code: number | null; complaint: string }>
  kill(signal: 'SIGKILL' | 'SIGTERM'): void
}

/** Starts `faem` with these words, on an embedded database. */
export function startFaem(words: readonly string[]): OfficeProcess {
  const { DATABASE_URL: _, ...environment } = process.env
  const child: ChildProcess = spawn(process.execPath, [program, ...words], {
    env: environment,
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  const lines: string[] = []
  const heard: (() => void)[] = []
  let rest = ''
  child.stdout?.on('data', (chunk: Buffer) => {
    // Latin letters only matter here: `ready`, and JSON whose ids are ASCII.
    const parts = (rest + chunk.toString('utf8')).split('\n')
    rest = parts.pop() ?? ''
    lines.push(...parts)
    for (const hear of heard) hear()
  })
  let complaint = ''
  if (child.stderr) {
    createInterface({ input: child.stderr }).on('line', (line) => {
      complaint = `${complaint}${line}\n`.slice(-2_000)
    })
  }
  const ended = once(child, 'close').then(([code]) => ({
    code: typeof code === 'number' ? code : null,
    complaint,
  }))
  let over = false
  void ended.then(() => {
    over = true
  })
  /** What `look` finds in the lines as soon as it finds something, or null at the end. */
  const when = <Thing>(look: () => Thing | undefined) =>
    new Promise<Thing | null>((resolve) => {
      const lookAgain = () => {
        const found = look()
        if (found !== undefined) resolve(found)
      }
      heard.push(lookAgain)
      lookAgain()
      void ended.then(() => resolve(null))
    })
  return {
    lines,
    line: (beginning) => when(() => lines.find((each) => each.startsWith(beginning))),
    heard: async (count) => void (await when(() => (lines.length >= count ? true : undefined))),
    hasEnded: () => over,
    ended,
    kill: (signal) => void child.kill(signal),
  }
}

/** Runs `faem` to its end; gives its lines of standard output. Throws when it does not end well. */
export async function runFaem(
  words: readonly string[],
  wellEnded: readonly number[] = [0],
): Promise<readonly string[]> {
  const running = startFaem(words)
  const { code, complaint } = await running.ended
  if (code === null || !wellEnded.includes(code)) {
    throw new Error(`faem ${words.join(' ')} ended with ${code}:\n${complaint}`)
  }
  return running.lines
}

/** Starts the server and waits until it is ready. */
export async function startServer(data: string): Promise<OfficeProcess> {
  const server = startFaem(['serve', '--data', data, '--port', '0'])
  const timer = setTimeout(() => server.kill('SIGKILL'), processLimits.start_ms_max)
  const ready = await server.line('ready ')
  clearTimeout(timer)
  if (ready !== null) return server
  const { code, complaint } = await server.ended
  throw new Error(`the server did not start (${code}):\n${complaint}`)
}
