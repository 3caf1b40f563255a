import { lazy, type ReactNode, Suspense } from 'react'
import type { Look } from './button.tsx'
import type { ChoiceGroup } from './floating-menu.tsx'
import { Opener } from './opener.tsx'

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
