import { Link, Outlet, useNavigate } from '@tanstack/react-router'
import { FolderInput, Inbox, Keyboard, Languages, LogOut, Search, Users } from 'lucide-react'
import { type ReactNode, useState } from 'react'
import type { Me } from '#identity/contract'
import { SignIn } from '../sign-in/sign-in.tsx'
import { Button } from '../widgets/button.tsx'
import { useKeys } from '../widgets/keys.ts'
import { Trouble } from '../widgets/trouble.tsx'
import { Wait } from '../widgets/wait.tsx'
import { useWords } from '../words/words.ts'
import { useEvents } from './events.ts'
import { KeyHelp } from './key-help.tsx'
import { useMe, useSignOut } from './me.ts'

/** The frame of every staff screen; a person who is not signed in sees the sign-in instead. */
export function Shell() {
  const me = useMe()
  const signedIn = me.data !== undefined && me.data.person !== null
  const connected = useEvents(signedIn)
  if (me.isPending) return <Wait />
  if (me.isError) {
    return (
      <div className="mx-auto max-w-xl p-10">
        <Trouble error={me.error} onRetry={() => void me.refetch()} />
      </div>
    )
  }
  return signedIn ? <Frame me={me.data} connected={connected} /> : <SignIn me={me.data} />
}

function Frame({ me, connected }: { me: Me; connected: boolean }) {
  const { say } = useWords()
  const navigate = useNavigate()
  const [help, setHelp] = useState(false)
  useKeys('g>h', () => void navigate({ to: '/' }))
  useKeys('g>s', () => void navigate({ to: '/intake' }))
  useKeys('g>i', () => void navigate({ to: '/inbox' }))
  useKeys(['slash', 'ctrl+k'], () => void navigate({ to: '/' }))
  useKeys('shift+slash', () => setHelp(true))
  return (
    <div className="grid h-full grid-cols-[56px_minmax(0,1fr)] grid-rows-[48px_minmax(0,1fr)]">
      <a
        href="#content"
        className="absolute -top-20 left-16 z-50 rounded-md bg-brand px-4 py-2 text-white focus:top-2"
      >
        {say('app.skip')}
      </a>
      <TopBar me={me} onHelp={() => setHelp(true)} />
      <Rail me={me} />
      <main id="content" tabIndex={-1} className="relative min-h-0 overflow-auto outline-none">
        {connected ? null : (
          <p role="status" className="bg-warn-tint px-6 py-1.5 text-sm text-warn">
            {say('app.offline')}
          </p>
        )}
        <Outlet />
      </main>
      <KeyHelp open={help} onClose={() => setHelp(false)} />
    </div>
  )
}

function TopBar({ me, onHelp }: { me: Me; onHelp: () => void }) {
  const { say, language, change } = useWords()
  const signOut = useSignOut()
  return (
    <header className="col-span-2 flex items-center gap-3 border-b border-line bg-sheet pr-3">
      <Link
        to="/"
        aria-label={say('app.name')}
        className="flex h-12 w-14 shrink-0 items-center justify-center"
      >
        <img src="/favicon.svg" alt="" className="h-8 w-8" />
      </Link>
      <span className="font-semibold text-brand">{say('app.name')}</span>
      <span className="h-5 w-px bg-line" aria-hidden />
      <span className="truncate text-sm text-soft" title={me.officeName ?? undefined}>
        {me.officeName ?? say('me.noOffice')}
      </span>
      <div className="ml-auto flex items-center gap-1">
        <Button
          small
          look="quiet"
          icon={<Languages size={17} aria-hidden />}
          label={say('app.languageLabel')}
          onPress={() => change(language === 'th' ? 'en' : 'th')}
        >
          {say('app.language')}
        </Button>
        <Button small look="quiet" icon={<Keyboard size={17} aria-hidden />} onPress={onHelp}>
          {say('app.help')} ?
        </Button>
        <span className="mx-2 h-5 w-px bg-line" aria-hidden />
        <span className="text-sm">
          <span className="sr-only">{say('me.person')} </span>
          {me.person?.name}
        </span>
        <Button
          small
          look="quiet"
          icon={<LogOut size={17} aria-hidden />}
          onPress={() => void signOut()}
        >
          {say('app.signOut')}
        </Button>
      </div>
    </header>
  )
}

function Rail({ me }: { me: Me }) {
  const { say } = useWords()
  const may = (action: string) => me.actions.includes(action)
  return (
    <nav
      aria-label={say('nav.label')}
      className="flex flex-col items-center gap-1 border-r border-line bg-sheet py-2"
    >
      <RailLink to="/" word={say('nav.home')} keys="G H" may={may('search.find')}>
        <Search size={22} aria-hidden />
      </RailLink>
      <RailLink to="/intake" word={say('nav.intake')} keys="G S" may={may('intake.list')}>
        <FolderInput size={22} aria-hidden />
      </RailLink>
      <RailLink to="/inbox" word={say('nav.inbox')} keys="G I" may={may('intake.list')}>
        <Inbox size={22} aria-hidden />
      </RailLink>
      <RailLink to="/people" word={say('nav.people')} may={may('identity.list-people')}>
        <Users size={22} aria-hidden />
      </RailLink>
    </nav>
  )
}

type RailProps = {
  to: '/' | '/intake' | '/inbox' | '/people'
  word: string
  keys?: string
  may: boolean
  children: ReactNode
}

function RailLink({ to, word, keys, may, children }: RailProps) {
  const { say } = useWords()
  const tip = may ? (keys === undefined ? word : `${word} · ${keys}`) : say('app.forbidden')
  const look = may
    ? 'text-soft hover:bg-sunken data-[status=active]:bg-brand-tint data-[status=active]:text-brand'
    : 'cursor-not-allowed text-edge opacity-60'
  return (
    <Link
      to={to}
      disabled={!may}
      activeOptions={{ exact: to === '/', includeSearch: false }}
      aria-label={word}
      className={`group relative flex h-11 w-11 items-center justify-center rounded-lg ${look}`}
    >
      {children}
      <span
        aria-hidden
        className="pointer-events-none absolute left-12 z-30 hidden rounded-md bg-ink px-2.5 py-1 text-sm whitespace-nowrap text-white group-hover:block group-focus-visible:block"
      >
        {may ? tip : `${word} · ${tip}`}
      </span>
    </Link>
  )
}
