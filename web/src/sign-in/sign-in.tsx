import { Languages } from 'lucide-react'
import type { Me } from '#identity/contract'
import { Button } from '../widgets/button.tsx'
import { useWords } from '../words/words.ts'
import { FirstAdministrator } from './first-administrator.tsx'
import { PasswordForm } from './password-form.tsx'
import { SamplePeople } from './sample-people.tsx'

export function SignIn({ me }: { me: Me }) {
  const { say, language, change } = useWords()
  const sample = me.samplePeople.length > 0
  return (
    <div className="grid min-h-full grid-cols-[minmax(300px,400px)_minmax(0,1fr)]">
      <div className="flex flex-col justify-between bg-brand p-10 text-white">
        <div>
          <img src="/favicon.svg" alt="" className="h-14 w-14 rounded-xl border border-white/30" />
          <h1 className="mt-8 text-2xl">{say('app.name')}</h1>
          <p className="mt-2 text-lg text-white/90">{say('signIn.intro')}</p>
        </div>
        <p className="text-sm text-white/80">{say('app.office')}</p>
      </div>
      <main className="flex flex-col p-8">
        <div className="flex justify-end">
          <Button
            small
            look="quiet"
            icon={<Languages size={17} aria-hidden />}
            label={say('app.languageLabel')}
            onPress={() => change(language === 'th' ? 'en' : 'th')}
          >
            {say('app.language')}
          </Button>
        </div>
        <div className={`m-auto w-full ${sample ? 'max-w-3xl' : 'max-w-md'}`}>
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
