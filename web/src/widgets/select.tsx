import { ChevronDown } from 'lucide-react'
import {
  Select as AriaSelect,
  Button,
  Label,
  ListBox,
  Popover,
  SelectValue,
  Text,
} from 'react-aria-components'
import { ChoiceRow, type ChoiceWord } from './choice-row.tsx'

type Props = {
  label: string
  hint?: string
  choices: readonly ChoiceWord[]
  value: string | null
  onChange: (value: string) => void
  placeholder?: string
  disabled?: boolean
  invalid?: boolean
}

/** One of a few. Letters jump to a choice; for long lists take the combo box. */
export function Select(props: Props) {
  return (
    <AriaSelect
      className="flex flex-col gap-1"
      selectedKey={props.value}
      onSelectionChange={(key) => {
        if (key !== null) props.onChange(String(key))
      }}
      isDisabled={props.disabled ?? false}
      isInvalid={props.invalid ?? false}
      {...(props.placeholder === undefined ? {} : { placeholder: props.placeholder })}
    >
      <Label className="text-sm font-semibold">{props.label}</Label>
      <Button className="field flex items-center justify-between gap-2 text-left data-[disabled]:border-line data-[disabled]:bg-sunken data-[disabled]:text-soft data-[invalid]:border-2 data-[invalid]:border-bad">
        <SelectValue className="min-w-0 truncate data-[placeholder]:text-hint" />
        <ChevronDown size={18} className="shrink-0 text-soft" aria-hidden />
      </Button>
      {props.hint === undefined ? null : (
        <Text slot="description" className="text-sm text-soft">
          {props.hint}
        </Text>
      )}
      <Popover className="floating w-(--trigger-width) overflow-auto p-1.5 data-[entering]:animate-arrive">
        <ListBox items={props.choices} className="outline-none">
          {(choice) => <ChoiceRow choice={choice} />}
        </ListBox>
      </Popover>
    </AriaSelect>
  )
}
