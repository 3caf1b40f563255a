import { lazy, type ReactNode, Suspense } from 'react'
import type { Look } from './button.tsx'
import { Opener } from './opener.tsx'

export type Choice = {
  id: string
  word: string
  icon?: ReactNode
  keys?: string
  /** Why it may not be used now; it stays visible and says so. */
  refused?: string | null
  chosen?: boolean
  act: () => void
}

export type ChoiceGroup = { title?: string; choices: readonly Choice[] }

const fetchMenu = () => import('./floating-menu.tsx')
const FloatingMenu = lazy(async () => ({ default: (await fetchMenu()).FloatingMenu }))

type Props = {
  /** What a screen reader says; the visible words begin it. */
  label: string
  children: ReactNode
  groups: readonly ChoiceGroup[]
  look?: Look
}

/** A button that opens a list of acts. Arrows move, letters jump, Esc closes. */
export function Menu({ label, children, groups, look = 'quiet' }: Props) {
  return (
    <Opener
      label={label}
      look={look}
      opens="menu"
      fetch={fetchMenu}
      floating={(trigger, close) => (
        <Suspense>
          <FloatingMenu label={label} trigger={trigger} onClose={close} groups={groups} />
        </Suspense>
      )}
    >
      {children}
    </Opener>
  )
}
