import type { ReactNode } from 'react'
import { Switch as AriaSwitch } from 'react-aria-components'

type Props = { children: ReactNode; on: boolean; onChange: (on: boolean) => void }

/** Takes effect at once; what must be sent first is a checkbox. */
export function Switch({ children, on, onChange }: Props) {
  return (
    <AriaSwitch
      isSelected={on}
      onChange={onChange}
      className="group flex min-h-8 cursor-pointer items-center gap-2.5"
    >
      <span className="flex h-6 w-10 shrink-0 items-center rounded-full border-2 border-edge bg-sunken p-0.5 group-data-[focus-visible]:outline-3 group-data-[focus-visible]:outline-offset-2 group-data-[focus-visible]:outline-ring group-data-[selected]:border-brand group-data-[selected]:bg-brand">
        <span className="h-4 w-4 rounded-full bg-edge transition-transform duration-100 group-data-[selected]:translate-x-4 group-data-[selected]:bg-on-brand" />
      </span>
      <span>{children}</span>
    </AriaSwitch>
  )
}
