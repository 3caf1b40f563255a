import { RadioGroup as AriaRadioGroup, Label, Radio } from 'react-aria-components'
import type { ChoiceWord } from './choice-row.tsx'

type Props = {
  label: string
  choices: readonly ChoiceWord[]
  value: string
  onChange: (value: string) => void
  disabled?: boolean
  /** Side by side, for a few short words. */
  inline?: boolean
}

/** One of a few that all stay in sight. */
export function RadioGroup({ label, choices, value, onChange, disabled, inline }: Props) {
  return (
    <AriaRadioGroup value={value} onChange={onChange} isDisabled={disabled ?? false}>
      <Label className="text-sm font-semibold">{label}</Label>
      <div className={inline ? 'flex flex-wrap gap-x-6' : 'flex flex-col'}>
        {choices.map(({ id, word, more }) => (
          <Radio
            key={id}
            value={id}
            className="group flex min-h-8 cursor-pointer items-center gap-2.5 data-[disabled]:cursor-not-allowed data-[disabled]:text-soft"
          >
            <span className="flex h-5 w-5 shrink-0 items-center justify-center rounded-full border-2 border-edge bg-sheet group-data-[disabled]:border-line group-data-[focus-visible]:outline-3 group-data-[focus-visible]:outline-offset-2 group-data-[focus-visible]:outline-ring group-data-[selected]:border-brand">
              <span className="hidden h-2.5 w-2.5 rounded-full bg-brand group-data-[selected]:block" />
            </span>
            <span>
              {word}
              {more === undefined ? null : <span className="block text-sm text-soft">{more}</span>}
            </span>
          </Radio>
        ))}
      </div>
    </AriaRadioGroup>
  )
}
