import { lazy, type ReactNode, Suspense } from 'react'
import type { Look } from './button.tsx'
import { Opener } from './opener.tsx'

const fetchSheet = () => import('./floating-sheet.tsx')
const FloatingSheet = lazy(async () => ({ default: (await fetchSheet()).FloatingSheet }))

type Props = {
  label: string
  button: ReactNode
  children: ReactNode
  look?: Look
  onOpen?: () => void
}

/** A button and what it opens beside itself: more than a list of acts, less than a dialog. */
export function Popover({ label, button, children, look = 'quiet', onOpen }: Props) {
  return (
    <Opener
      label={label}
      look={look}
      opens="dialog"
      fetch={fetchSheet}
      {...(onOpen === undefined ? {} : { onOpen })}
      floating={(trigger, close) => (
        <Suspense>
          <FloatingSheet label={label} trigger={trigger} onClose={close}>
            {children}
          </FloatingSheet>
        </Suspense>
      )}
    >
      {button}
    </Opener>
  )
}
