import type { ReactNode, RefObject } from 'react'
import { Dialog, Popover } from 'react-aria-components'

type Props = {
  label: string
  trigger: RefObject<HTMLButtonElement | null>
  onClose: () => void
  children: ReactNode
}

/** What a `Popover` opens; it stands for itself, so that it is fetched only when it is wanted. */
export function FloatingSheet({ label, trigger, onClose, children }: Props) {
  return (
    <Popover
      triggerRef={trigger}
      isOpen
      onOpenChange={onClose}
      className="floating max-w-[calc(100vw-1rem)] data-[entering]:animate-arrive"
    >
      <Dialog aria-label={label} className="max-h-[80vh] overflow-auto p-4 outline-none">
        {children}
      </Dialog>
    </Popover>
  )
}
