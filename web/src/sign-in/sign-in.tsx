import { Languages, Moon, Sun } from 'lucide-react'
import { useState } from 'react'
import type { Me } from '#identity/contract'
import { Button } from '../widgets/button.tsx'
import { chooseTheme, chosenTheme } from '../widgets/theme.ts'
import { useWords } from '../words/words.ts'
import { FirstAdministrator } from './first-administrator.tsx'
import { PasswordForm } from './password-form.tsx'
import { SamplePeople } from './sample-people.tsx'

/** The cover of the file beside the way in. */
export function SignIn({ me }: { me: Me }) {
  const { say } = useWords()
  const sample = me.samplePeople.length > 0
  return (
    <div className="grid min-h-full max-lg:grid-rows-[auto_minmax(0,1fr)] lg:grid-cols-[400px_minmax(0,1fr)]">
      <div className="flex flex-col justify-between bg-cover p-6 text-white lg:p-10">
        <div className="max-lg:flex max-lg:items-center max-lg:gap-4">
          <img
            src="/favicon.svg"
            alt=""
            className="h-12 w-12 rounded-xl border border-white/30 lg:h-14 lg:w-14"
          />
          <div>
            <h1 className="text-lg lg:mt-8 lg:text-2xl">{say('app.name')}</h1>
            <p className="mt-2 text-lg text-white/90 max-lg:hidden">{say('signIn.intro')}</p>
          </div>
        </div>
        <p className="text-sm text-white/85 max-lg:hidden">{say('app.office')}</p>
      </div>
      <main className="flex flex-col p-5 sm:p-8">
        <div className="flex justify-end gap-1">
          <BrightnessButton />
          <LanguageButton />
        </div>
        <div className={`m-auto w-full py-6 ${sample ? 'max-w-3xl' : 'max-w-md'}`}>
          {me.firstSignIn ? (
            <FirstAdministrator />
          ) : sample ? (
            <SamplePeople people={me.samplePeople} />
          ) : (
            <PasswordForm />
          )}
        </div>
      </main>
    </div>
  )
}

function LanguageButton() {
  const { say, language, change } = useWords()
  return (
    <Button
      small
      look="quiet"
      icon={<Languages size={17} aria-hidden />}
      label={say('app.languageLabel')}
      onPress={() => change(language === 'th' ? 'en' : 'th')}
    >
      {say('app.language')}
    </Button>
  )
}

/** From what is seen now to the other; the menu of the person can follow the computer again. */
function BrightnessButton() {
  const { say } = useWords()
  const [theme, setTheme] = useState(chosenTheme)
  const dark =
    theme === 'dark' || (theme === 'system' && matchMedia('(prefers-color-scheme: dark)').matches)
  const next = dark ? 'light' : 'dark'
  return (
    <Button
      small
      look="quiet"
      icon={dark ? <Sun size={17} aria-hidden /> : <Moon size={17} aria-hidden />}
      onPress={() => {
        chooseTheme(next)
        setTheme(next)
      }}
    >
      {say(`theme.${next}`)}
    </Button>
  )
}
