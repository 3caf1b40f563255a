import { useNavigate } from '@tanstack/react-router'
import {
  FolderInput,
  Inbox,
  Keyboard,
  KeyRound,
  Languages,
  LogOut,
  MapPin,
  Moon,
  Sun,
  SunMoon,
  UserPlus,
} from 'lucide-react'
import type { ReactNode } from 'react'
import type { Me } from '#identity/contract'
import { chooseTheme } from '../widgets/theme.ts'
import { useWords } from '../words/words.ts'
import { useDesk } from './desk.ts'
import { useSignOut } from './me.ts'
import { useMyOffices } from './my-offices.ts'
import { placesFor } from './places.ts'

/** Something to do or a place to go, by its word; greyed with the reason when it may not be used. */
export type Command = {
  id: string
  word: string
  icon: ReactNode
  keys?: string
  refused: string | null
  act: () => void
}

const size = { size: 18, 'aria-hidden': true } as const

export function usePlaceCommands(me: Me): Command[] {
  const { say } = useWords()
  const navigate = useNavigate()
  return placesFor(me.actions).map(({ to, word, key, action, icon: Icon }) => ({
    id: `go ${to}`,
    word: say(word),
    icon: <Icon {...size} />,
    keys: `G ${key.toUpperCase()}`,
    refused: me.actions.includes(action) ? null : say('app.forbidden'),
    act: () => void navigate({ to }),
  }))
}

export function useCommands(me: Me): Command[] {
  const { say, language, change } = useWords()
  const navigate = useNavigate()
  const signOut = useSignOut()
  const desk = useDesk()
  const offices = useMyOffices(me)
  const refused = (action: string) => (me.actions.includes(action) ? null : say('app.forbidden'))
  return [
    {
      id: 'intake',
      word: say('command.intake'),
      icon: <FolderInput {...size} />,
      refused: refused('intake.receive'),
      act: () => void navigate({ to: '/intake' }),
    },
    {
      id: 'inbox',
      word: say('command.inbox'),
      icon: <Inbox {...size} />,
      refused: refused('intake.place'),
      act: () => void navigate({ to: '/inbox' }),
    },
    {
      id: 'enrol',
      word: say('command.enrol'),
      icon: <UserPlus {...size} />,
      refused: refused('identity.enrol'),
      act: () => void navigate({ to: '/people', search: { enrol: 'yes' } }),
    },
    ...offices.map(({ code, name }) => ({
      id: `office ${code}`,
      word: say('command.office', { office: name }),
      icon: <MapPin {...size} />,
      refused: refused('search.find'),
      act: () => void navigate({ to: '/', search: { office: code } }),
    })),
    ...[
      { theme: 'light', Icon: Sun } as const,
      { theme: 'dark', Icon: Moon } as const,
      { theme: 'system', Icon: SunMoon } as const,
    ].map(({ theme, Icon }) => ({
      id: `theme ${theme}`,
      word: `${say('desk.theme')}: ${say(`theme.${theme}`)}`,
      icon: <Icon {...size} />,
      refused: null,
      act: () => chooseTheme(theme),
    })),
    {
      id: 'language',
      word: say('app.languageLabel'),
      icon: <Languages {...size} />,
      refused: null,
      act: () => change(language === 'th' ? 'en' : 'th'),
    },
    {
      id: 'keys',
      word: say('keys.title'),
      icon: <Keyboard {...size} />,
      keys: '?',
      refused: null,
      act: desk.openHelp,
    },
    {
      id: 'password',
      word: say('command.password'),
      icon: <KeyRound {...size} />,
      refused: null,
      act: desk.openPassword,
    },
    {
      id: 'sign-out',
      word: say('app.signOut'),
      icon: <LogOut {...size} />,
      refused: null,
      act: () => void signOut(),
    },
  ]
}
