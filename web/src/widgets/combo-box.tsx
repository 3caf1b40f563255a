import { ChevronDown } from 'lucide-react'
import { useState } from 'react'
import {
  ComboBox as AriaComboBox,
  Button,
  Group,
  Input,
  Label,
  ListBox,
  Popover,
  Text,
} from 'react-aria-components'
import { thaiFold } from '#thai-text'
import { useWords } from '../words/words.ts'
import { ChoiceRow, type ChoiceWord } from './choice-row.tsx'

type Props = {
  label: string
  hint?: string
  choices: readonly ChoiceWord[]
  value: string | null
  onChange: (value: string | null) => void
}

/** One of many, found by typing any part of it: tone marks and spaces do not matter. */
export function ComboBox({ label, hint, choices, value, onChange }: Props) {
  const { say } = useWords()
  const chosen = choices.find(({ id }) => id === value)?.word ?? ''
  const [typed, setTyped] = useState(chosen)
  const [seen, setSeen] = useState(chosen)
  if (chosen !== seen) {
    setSeen(chosen)
    setTyped(chosen)
  }
  return (
    <AriaComboBox
      className="flex flex-col gap-1"
      items={matching(choices, typed === chosen ? '' : typed)}
      inputValue={typed}
      onInputChange={setTyped}
      selectedKey={value}
      onSelectionChange={(key) => onChange(key === null ? null : String(key))}
      allowsEmptyCollection
      menuTrigger="focus"
    >
      <Label className="text-sm font-semibold">{label}</Label>
      <Group className="relative">
        <Input className="field pr-11" />
        <Button className="absolute top-1 right-1 flex h-8 w-8 items-center justify-center rounded-md text-soft hover:bg-sunken">
          <ChevronDown size={18} aria-hidden />
        </Button>
      </Group>
      {hint === undefined ? null : (
        <Text slot="description" className="text-sm text-soft">
          {hint}
        </Text>
      )}
      <Popover className="floating max-h-80 w-(--trigger-width) overflow-auto p-1.5 data-[entering]:animate-arrive">
        <ListBox<ChoiceWord>
          className="outline-none"
          renderEmptyState={() => (
            <p className="px-3 py-1 text-sm text-soft">{say('choose.none')}</p>
          )}
        >
          {(choice) => <ChoiceRow choice={choice} />}
        </ListBox>
      </Popover>
    </AriaComboBox>
  )
}

function matching(choices: readonly ChoiceWord[], typed: string): ChoiceWord[] {
  const wanted = thaiFold(typed)
  return choices.filter(({ word, more }) => thaiFold(`${word} ${more ?? ''}`).includes(wanted))
}
