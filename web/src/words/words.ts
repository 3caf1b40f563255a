import i18next from 'i18next'
import { initReactI18next, useTranslation } from 'react-i18next'
import { type FirstWordKey, th, type WordKey } from './th.ts'
import { giveThaiStrings } from './thai-strings.ts'

export type Language = 'th' | 'en'
export type Say = (key: WordKey, facts?: Readonly<Record<string, unknown>>) => string

/** Prepares the words of one language: Thai first, or what this tab chose before. */
export async function startWords(): Promise<Language> {
  const lng: Language = sessionStorage.getItem('language') === 'en' ? 'en' : 'th'
  await i18next.use(initReactI18next).init({
    lng,
    // The other language is fetched by who asks for it; changing it opens the page anew.
    resources:
      lng === 'th' ? { th: { translation: th } } : { en: { translation: await english() } },
    keySeparator: false,
    nsSeparator: false,
    interpolation: { escapeValue: false },
    react: { useSuspense: false },
  })
  document.documentElement.lang = lng
  if (lng === 'th') giveThaiStrings()
  return lng
}

async function english(): Promise<Record<FirstWordKey, string>> {
  return (await import('./en.ts')).en
}

/** The words of the screens for administrators, which few people open: fetched with the first of them. */
export async function learnOperationsWords(): Promise<void> {
  const { language } = i18next
  const words =
    language === 'en'
      ? (await import('./operations-en.ts')).operationsEn
      : (await import('./operations-th.ts')).operationsTh
  i18next.addResourceBundle(language, 'translation', words)
}

export function useWords(): { say: Say; language: Language; change: (to: Language) => void } {
  const { t, i18n } = useTranslation()
  return {
    say: (key, facts) => t(key, { ...facts }),
    language: i18n.language === 'en' ? 'en' : 'th',
    change: (to) => {
      sessionStorage.setItem('language', to)
      // The words inside the widgets are set once, before the first is drawn; the address keeps the view.
      location.reload()
    },
  }
}
