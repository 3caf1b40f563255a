import type { ReactNode } from 'react'
import { Popover as AriaPopover, Button, Dialog, DialogTrigger } from 'react-aria-components'
import { buttonLook, type Look } from './button.tsx'

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
    <DialogTrigger
      onOpenChange={(open) => {
        if (open) onOpen?.()
      }}
    >
      <Button aria-label={label} className={buttonLook(look, true)}>
        {button}
      </Button>
      <AriaPopover className="floating max-w-[calc(100vw-1rem)] data-[entering]:animate-arrive">
        <Dialog aria-label={label} className="max-h-[80vh] overflow-auto p-4 outline-none">
          {children}
        </Dialog>
      </AriaPopover>
    </DialogTrigger>
  )
}
