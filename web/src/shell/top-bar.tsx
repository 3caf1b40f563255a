import { Link, useRouterState } from '@tanstack/react-router'
import { CircleHelp, Search } from 'lucide-react'
import type { Me } from '#identity/contract'
import { Button } from '../widgets/button.tsx'
import { useWords } from '../words/words.ts'
import { useDesk } from './desk.ts'
import { Notices } from './notices.tsx'
import { OfficeMenu } from './office-menu.tsx'
import { PersonMenu } from './person-menu.tsx'

/** Office, search, notices, person: at the same place on every screen. */
export function TopBar({ me }: { me: Me }) {
  const { say } = useWords()
  const desk = useDesk()
  const home = useRouterState({ select: ({ location }) => location.pathname === '/' })
  return (
    <header className="z-30 flex items-center gap-2 border-b border-line bg-sheet pr-2 sm:col-span-2 sm:gap-3">
      <Link
        to="/"
        aria-label={say('app.name')}
        className="flex h-13 w-14 shrink-0 items-center justify-center sm:w-22"
      >
        <img src="/favicon.svg" alt="" className="h-8 w-8" />
      </Link>
      <span className="font-semibold whitespace-nowrap text-brand max-lg:hidden">
        {say('app.name')}
      </span>
      <span className="h-5 w-px bg-line max-lg:hidden" aria-hidden />
      <OfficeMenu me={me} />
      <div className="ml-auto flex min-w-0 items-center gap-1">
        {home ? null : <SearchButton />}
        <Notices me={me} />
        {/* A telephone has no keys to help with; the menu of the person holds it all the same. */}
        <span className="max-sm:hidden">
          <Button
            small
            look="quiet"
            icon={<CircleHelp size={19} aria-hidden />}
            label={`${say('app.help')} ?`}
            onPress={desk.openHelp}
          >
            <span className="max-xl:hidden">{say('app.help')}</span>
          </Button>
        </span>
        <PersonMenu me={me} />
      </div>
    </header>
  )
}

/** Looks like the box it opens; the first page has the box itself. */
function SearchButton() {
  const { say } = useWords()
  const desk = useDesk()
  return (
    <button
      type="button"
      onClick={() => desk.openPalette()}
      aria-keyshortcuts="/ Control+K"
      className="flex h-9 min-w-0 items-center gap-2 rounded-lg border border-edge bg-paper px-3 text-sm text-soft hover:border-brand hover:text-ink sm:mr-2 sm:w-72"
    >
      <Search size={17} className="shrink-0" aria-hidden />
      <span className="min-w-0 flex-1 truncate text-left max-sm:sr-only">
        {say('desk.searchOrGo')}
      </span>
      <kbd className="key max-sm:hidden">/</kbd>
    </button>
  )
}
