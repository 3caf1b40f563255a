import type { ChildProcess } from 'node:child_process'
import { Bug, Fault, Refusal, unreachable } from '#kernel'
import { limits, recycleShare } from './limits.ts'
import { refusals } from './refusals.ts'
import { startChild } from './start-child.ts'
import { memorySignal, type Told } from './wire.ts'

export type Child = {
  ask(request: unknown, signal?: AbortSignal): Promise<unknown>
  /** True when this child must not be asked again. */
  isTired(): boolean
  kill(): void
  /** Settles when the process has ended. */
  gone: Promise<void>
}

type ChildRules = { module: URL; deadline_ms: number; memory_bytes_max: number }

/** One child process and the one question it is working on. */
export function createChild(rules: ChildRules): Child {
  const process = startChild(rules)
  const lastWords = listenToLastWords(process)
  const gone = Promise.withResolvers<void>()
  const ready = Promise.withResolvers<void>()
  let pending: PromiseWithResolvers<unknown> | null = null
  let killedFor: Error | null = null
  let answers = 0
  let tired = false

  function end(reason: Error): void {
    if (tired && killedFor) return
    tired = true
    killedFor ??= reason
    process.kill('SIGKILL')
  }

  function onEnd(code: number | null, signal: string | null): void {
    tired = true
    const reason = killedFor ?? epitaph({ code, signal, lastWords: lastWords() })
    ready.reject(reason)
    pending?.reject(reason)
    gone.resolve()
  }

  ready.promise.catch(() => {})
  // 'close' comes after the last words were read; 'error' when the process could not be started.
  process.on('close', onEnd)
  process.on('error', (error) => {
    killedFor ??= new Fault('platform.sandbox_crashed', 'A reader could not be started', error)
    onEnd(null, null)
  })
  // Messages come from our own child.ts, compiled against the same type.
  process.on('message', (message) => {
    const told = message as Told
    if (told.told === 'ready') return ready.resolve()
    answers += 1
    if ('rss' in told && told.rss > rules.memory_bytes_max * recycleShare) tired = true
    if (told.told === 'memory' || told.told === 'bug') tired = true
    if (answers >= limits.answers_per_child_max) tired = true
    settle(told, pending)
  })

  async function ask(request: unknown, signal?: AbortSignal): Promise<unknown> {
    const mine = Promise.withResolvers<unknown>()
    mine.promise.catch(() => {})
    pending = mine
    hold(process)
    const abort = () => end(new Fault('platform.sandbox_aborted', 'The caller gave up'))
    signal?.addEventListener('abort', abort, { once: true })
    const slow = new Fault('platform.sandbox_crashed', 'A reader did not start in time')
    let timer = setTimeout(() => end(slow), limits.start_ms_max)
    try {
      await ready.promise
      clearTimeout(timer)
      timer = setTimeout(() => end(new Refusal(refusals.sandbox_deadline)), rules.deadline_ms)
      process.send({ request })
      return await mine.promise
    } finally {
      clearTimeout(timer)
      signal?.removeEventListener('abort', abort)
      pending = null
      letGo(process)
    }
  }

  return {
    ask,
    isTired: () => tired,
    kill() {
      // Whoever closes waits for the end of the process, so it counts again.
      process.ref()
      end(new Fault('platform.sandbox_closed', 'The sandbox is closed'))
    },
    gone: gone.promise,
  }
}

function settle(told: Exclude<Told, { told: 'ready' }>, to: PromiseWithResolvers<unknown> | null) {
  switch (told.told) {
    case 'reply':
      return to?.resolve(told.reply)
    case 'refusal':
      return to?.reject(new Refusal(told.kind, told.facts))
    case 'fault':
      return to?.reject(new Fault(told.code, told.message))
    case 'memory':
      return to?.reject(new Refusal(refusals.sandbox_memory))
    case 'bug':
      return to?.reject(new Bug(told.message))
    default:
      return unreachable(told)
  }
}

type Death = { code: number | null; signal: string | null; lastWords: string }

/** Why a child died that we did not kill. */
function epitaph({ code, signal, lastWords }: Death): Error {
  const starved = signal === memorySignal || /out of memory|allocation failed/i.test(lastWords)
  if (starved) return new Refusal(refusals.sandbox_memory)
  const how = signal ?? `exit ${code}`
  return new Fault('platform.sandbox_crashed', `A reader crashed (${how})`, lastWords)
}

function listenToLastWords(child: ChildProcess): () => string {
  let words = ''
  child.stderr?.setEncoding('utf8').on('data', (chunk: string) => {
    words = (words + chunk).slice(-limits.last_words_bytes_max)
  })
  return () => words
}

/** While a question is open, the program waits for its child; an idle child keeps nobody awake. */
function hold(child: ChildProcess): void {
  child.ref()
  child.channel?.ref()
}

function letGo(child: ChildProcess): void {
  child.unref()
  child.channel?.unref()
  // A pipe of a child is a socket; the types only promise a stream.
  const stderr = child.stderr as { unref?: () => void } | null
  stderr?.unref?.()
}
