import { type ReactNode, type RefObject, useEffect, useRef, useState } from 'react'
import { buttonLook, type Look } from './button.tsx'

type Props = {
  label: string
  look: Look
  /** What it opens, for those who cannot see it. */
  opens: 'dialog' | 'menu'
  children: ReactNode
  /** Fetches what opens: asked when pointer or keyboard come near, so that the press finds it there. */
  fetch: () => Promise<unknown>
  onOpen?: () => void
  floating: (trigger: RefObject<HTMLButtonElement | null>, close: () => void) => ReactNode
}

/** A button and what floats beside it. What floats is no part of the first load of a screen. */
export function Opener({ label, look, opens, children, fetch, onOpen, floating }: Props) {
  const trigger = useRef<HTMLButtonElement>(null)
  const [open, setOpen] = useState(false)
  const [fetched, setFetched] = useState(false)
  const shown = open && fetched
  // Waits here and not in a Suspense boundary: a line cut just now leaves the button as it was.
  useEffect(() => {
    if (!open) return
    let wanted = true
    fetch().then(
      () => wanted && setFetched(true),
      () => wanted && setOpen(false),
    )
    return () => {
      wanted = false
    }
  }, [open, fetch])
  const near = () => void fetch().catch(() => undefined)
  function press() {
    if (!open) onOpen?.()
    setOpen(!open)
  }
  return (
    <>
      <button
        ref={trigger}
        type="button"
        aria-label={label}
        aria-haspopup={opens}
        aria-expanded={shown}
        onClick={press}
        onPointerEnter={near}
        onFocus={near}
        onKeyDown={(event) => {
          if (opens !== 'menu' || event.code !== 'ArrowDown' || open) return
          event.preventDefault()
          press()
        }}
        className={buttonLook(look, true)}
      >
        {children}
      </button>
      {shown ? floating(trigger, () => setOpen(false)) : null}
    </>
  )
}
