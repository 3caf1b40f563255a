import { Check, Minus } from 'lucide-react'
import type { ReactNode } from 'react'
import { Checkbox as AriaCheckbox } from 'react-aria-components'

type Props = {
  children: ReactNode
  checked: boolean
  onChange: (checked: boolean) => void
  some?: boolean
  disabled?: boolean
}

/** Yes or no. `some` is neither: a part of what it stands for is chosen. */
export function Checkbox({ children, checked, onChange, some, disabled }: Props) {
  return (
    <AriaCheckbox
      isSelected={checked}
      onChange={onChange}
      isIndeterminate={some ?? false}
      isDisabled={disabled ?? false}
      className="group flex min-h-8 cursor-pointer items-center gap-2.5 rounded-md data-[disabled]:cursor-not-allowed data-[disabled]:text-soft"
    >
      {({ isSelected, isIndeterminate }) => (
        <>
          <span className="flex h-5 w-5 shrink-0 items-center justify-center rounded border-2 border-edge bg-sheet text-on-brand group-data-[disabled]:border-line group-data-[focus-visible]:outline-3 group-data-[focus-visible]:outline-offset-2 group-data-[focus-visible]:outline-ring group-data-[indeterminate]:border-brand group-data-[indeterminate]:bg-brand group-data-[selected]:border-brand group-data-[selected]:bg-brand">
            {isIndeterminate ? (
              <Minus size={16} strokeWidth={3} aria-hidden />
            ) : isSelected ? (
              <Check size={16} strokeWidth={3} aria-hidden />
            ) : null}
          </span>
          <span>{children}</span>
        </>
      )}
    </AriaCheckbox>
  )
}
