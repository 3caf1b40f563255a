import { Check } from 'lucide-react'
import { ListBoxItem } from 'react-aria-components'

/** What may be chosen from a list: its code, its word, and perhaps a second line. */
export type ChoiceWord = { id: string; word: string; more?: string }

export function ChoiceRow({ choice }: { choice: ChoiceWord }) {
  return (
    <ListBoxItem id={choice.id} textValue={choice.word} className="choice outline-none">
      {({ isSelected }) => (
        <>
          <span className="min-w-0 flex-1">
            {choice.word}
            {choice.more === undefined ? null : (
              <span className="block text-soft">{choice.more}</span>
            )}
          </span>
          {isSelected ? <Check size={17} className="shrink-0 text-brand" aria-hidden /> : null}
        </>
      )}
    </ListBoxItem>
  )
}
