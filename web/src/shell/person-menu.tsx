import { CircleUser, Keyboard, KeyRound, Languages, LogOut, Moon, Sun, SunMoon } from 'lucide-react'
import { useState } from 'react'
import type { Me } from '#identity/contract'
import { Menu } from '../widgets/menu.tsx'
import { chooseTheme, chosenTheme, type Theme, themes } from '../widgets/theme.ts'
import { useWords } from '../words/words.ts'
import { useDesk } from './desk.ts'
import { useSignOut } from './me.ts'

const size = { size: 17, 'aria-hidden': true } as const
const themeIcons = {
  system: <SunMoon {...size} />,
  light: <Sun {...size} />,
  dark: <Moon {...size} />,
}

/** Who is signed in, and what is theirs to set. */
export function PersonMenu({ me }: { me: Me }) {
  const { say, language, change } = useWords()
  const desk = useDesk()
  const signOut = useSignOut()
  const [theme, setTheme] = useState(chosenTheme)
  const name = me.person?.name ?? ''
  function choose(to: Theme) {
    chooseTheme(to)
    setTheme(to)
  }
  return (
    <Menu
      label={say('desk.personMenu', { name })}
      groups={[
        {
          choices: [
            {
              id: 'keys',
              word: say('keys.title'),
              icon: <Keyboard {...size} />,
              keys: '?',
              act: desk.openHelp,
            },
            {
              id: 'password',
              word: say('command.password'),
              icon: <KeyRound {...size} />,
              act: desk.openPassword,
            },
            {
              id: 'language',
              word: say('app.languageLabel'),
              icon: <Languages {...size} />,
              act: () => change(language === 'th' ? 'en' : 'th'),
            },
          ],
        },
        {
          title: say('desk.theme'),
          choices: themes.map((one) => ({
            id: one,
            word: say(`theme.${one}`),
            icon: themeIcons[one],
            chosen: one === theme,
            act: () => choose(one),
          })),
        },
        {
          choices: [
            {
              id: 'sign-out',
              word: say('app.signOut'),
              icon: <LogOut {...size} />,
              act: () => void signOut(),
            },
          ],
        },
      ]}
    >
      <CircleUser size={19} aria-hidden />
      <span className="max-w-44 truncate max-md:hidden">{name}</span>
    </Menu>
  )
}
