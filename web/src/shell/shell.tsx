import { Outlet, useRouterState } from '@tanstack/react-router'
import { WifiOff } from 'lucide-react'
import { lazy, Suspense, useEffect, useRef, useState } from 'react'
import type { Me } from '#identity/contract'
import { Button } from '../widgets/button.tsx'
import { type KeyChoices, KeyChoicesContext, useKeys } from '../widgets/keys.ts'
import { fetchToasts, ToastProvider, useToast } from '../widgets/toast.tsx'
import { Trouble } from '../widgets/trouble.tsx'
import { Wait } from '../widgets/wait.tsx'
import { sayCount } from '../words/numbers.ts'
import { useWords } from '../words/words.ts'
import { useArrival } from './arrival.ts'
import { useConnection } from './connection.ts'
import { type Desk, DeskContext } from './desk.ts'
import { useEvents } from './events.ts'
import { keepKeys, keptKeys } from './key-choices.ts'
import { useMe } from './me.ts'
import { Rail } from './rail.tsx'
import { TopBar } from './top-bar.tsx'
import { useWedge } from './use-wedge.ts'

const SignIn = lazy(async () => ({ default: (await import('../sign-in/sign-in.tsx')).SignIn }))
const SessionEnded = lazy(async () => ({
  default: (await import('../sign-in/session-ended.tsx')).SessionEnded,
}))
const palette = () => import('./palette.tsx')
const Palette = lazy(async () => ({ default: (await palette()).Palette }))
const KeyHelp = lazy(async () => ({ default: (await import('./key-help.tsx')).KeyHelp }))
const PasswordDialog = lazy(async () => ({
  default: (await import('./password-dialog.tsx')).PasswordDialog,
}))

/** The frame of every staff screen; a person who is not signed in sees the sign-in instead. */
export function Shell() {
  const me = useMe()
  // Who was here until the session ended: their screen stays, with their work on it.
  const [before, setBefore] = useState<Me | null>(null)
  if (me.data !== undefined && me.data.person !== null && me.data !== before) setBefore(me.data)
  if (me.isPending) return <Wait />
  if (me.isError) {
    return (
      <div className="mx-auto max-w-xl p-10">
        <Trouble error={me.error} onRetry={() => void me.refetch()} />
      </div>
    )
  }
  const ended = me.data.person === null
  const at = ended ? before : me.data
  if (at === null || at.person === null) {
    return (
      <Suspense fallback={<Wait />}>
        <SignIn me={me.data} />
      </Suspense>
    )
  }
  const { personId } = at.person
  return (
    <>
      <Keyed key={personId} me={at} personId={personId} />
      <Suspense>{ended ? <SessionEnded me={me.data} /> : null}</Suspense>
    </>
  )
}

/** Keys as this person set them, and a place for messages. */
function Keyed({ me, personId }: { me: Me; personId: string }) {
  const [choices, setChoices] = useState(() => keptKeys(personId))
  function change(to: KeyChoices) {
    keepKeys(personId, to)
    setChoices(to)
  }
  return (
    <KeyChoicesContext value={choices}>
      <ToastProvider>
        <Frame me={me} choices={choices} onKeys={change} />
      </ToastProvider>
    </KeyChoicesContext>
  )
}

const limits = { fetch_after_ms: 1_000 }

type Above = { what: 'palette'; typed: string } | { what: 'help' } | { what: 'password' } | null

type FrameProps = { me: Me; choices: KeyChoices; onKeys: (choices: KeyChoices) => void }

function Frame({ me, choices, onKeys }: FrameProps) {
  const { say } = useWords()
  const [above, setAbove] = useState<Above>(null)
  const close = () => setAbove(null)
  const desk: Desk = {
    openPalette: (typed = '') => setAbove({ what: 'palette', typed }),
    openHelp: () => setAbove({ what: 'help' }),
    openPassword: () => setAbove({ what: 'password' }),
  }
  const home = useRouterState({ select: ({ location }) => location.pathname === '/' })
  // On the first page the slash belongs to its own box.
  useKeys('slash', () => {
    if (!home) desk.openPalette()
  })
  useKeys('ctrl+k', () => desk.openPalette(), { everywhere: true })
  useKeys('shift+slash', desk.openHelp)
  useArrival()
  // Fetched when the screen stands, so that no key typed after Ctrl+K is lost to the wait, and the
  // first file opens at once.
  useEffect(() => {
    const timer = setTimeout(() => {
      void palette()
      void fetchToasts()
      void import('../employer-file/employer-file-screen.tsx')
    }, limits.fetch_after_ms)
    return () => clearTimeout(timer)
  }, [])
  useWedge()
  return (
    <DeskContext value={desk}>
      <div className="grid h-full grid-cols-[minmax(0,1fr)] grid-rows-[52px_minmax(0,1fr)_auto] sm:grid-cols-[88px_minmax(0,1fr)] sm:grid-rows-[52px_minmax(0,1fr)]">
        <a
          href="#content"
          className="absolute -top-20 left-20 z-50 rounded-md bg-brand px-4 py-2 text-on-brand focus:top-2"
        >
          {say('app.skip')}
        </a>
        <TopBar me={me} />
        <div className="contents max-sm:*:order-last">
          <Rail me={me} />
        </div>
        <div className="flex min-h-0 min-w-0 flex-col">
          <Line me={me} />
          <main
            id="content"
            tabIndex={-1}
            className="relative min-h-0 flex-1 overflow-auto outline-none"
          >
            <Outlet />
          </main>
        </div>
        <Suspense>
          {above?.what === 'palette' ? (
            <Palette me={me} typed={above.typed} onClose={close} />
          ) : null}
          {above?.what === 'help' ? (
            <KeyHelp choices={choices} onChange={onKeys} onClose={close} />
          ) : null}
          {above?.what === 'password' ? <PasswordDialog onClose={close} /> : null}
        </Suspense>
      </div>
    </DeskContext>
  )
}

/** Tells that the line is cut and when it is back, and what ended meanwhile. */
function Line({ me }: { me: Me }) {
  const { say } = useWords()
  const tell = useToast()
  const { connected, doubt } = useConnection()
  const before = useRef(connected)
  const examining = useRef(new Set<string>())
  useEvents(me.actions.includes('intake.list'), {
    onCut: doubt,
    onBatch: ({ batchId, state, label, filed, waiting }) => {
      if (state === 'examining') examining.current.add(batchId)
      else if (state === 'done' && examining.current.delete(batchId)) {
        const counts = { filed: sayCount(filed), waiting: sayCount(waiting) }
        tell({ text: say('bell.batchDone', { label, ...counts }) })
      }
    },
  })
  // biome-ignore lint/correctness/useExhaustiveDependencies: told once for each change of the line
  useEffect(() => {
    if (connected && !before.current) tell({ text: say('line.back') })
    before.current = connected
  }, [connected])
  if (connected) return <p role="status" className="sr-only" />
  return (
    <div
      role="status"
      className="flex flex-wrap items-center gap-3 border-b border-warn bg-warn-tint px-4 py-1.5 text-sm text-warn"
    >
      <WifiOff size={17} aria-hidden />
      <span className="min-w-0 flex-1">{say('line.cut')}</span>
      <Button small onPress={doubt}>
        {say('app.retry')}
      </Button>
    </div>
  )
}
