import { X } from 'lucide-react'
import type { ReactNode } from 'react'
import { Dialog as AriaDialog, Heading, Modal, ModalOverlay } from 'react-aria-components'
import { useWords } from '../words/words.ts'

type Props = {
  title: string
  open: boolean
  onClose: () => void
  children: ReactNode
  wide?: boolean
}

/** A dialog over the screen: Esc closes it, focus goes back to what opened it. */
export function Dialog({ title, open, onClose, children, wide = false }: Props) {
  const { say } = useWords()
  return (
    <ModalOverlay
      isOpen={open}
      onOpenChange={(isOpen) => {
        if (!isOpen) onClose()
      }}
      isDismissable
      className="fixed inset-0 z-40 flex items-center justify-center bg-veil p-4 data-[entering]:animate-arrive sm:p-6"
    >
      <Modal className={`w-full data-[entering]:animate-rise ${wide ? 'max-w-2xl' : 'max-w-lg'}`}>
        <AriaDialog className="max-h-[88vh] overflow-auto rounded-xl border border-line bg-raised p-5 shadow-cover sm:p-6">
          <div className="mb-4 flex items-start justify-between gap-4">
            <Heading slot="title" className="text-lg font-semibold">
              {title}
            </Heading>
            <button
              type="button"
              aria-label={say('app.close')}
              onClick={onClose}
              className="-mt-1 -mr-2 rounded-md p-2 text-soft hover:bg-sunken"
            >
              <X size={20} aria-hidden />
            </button>
          </div>
          {children}
        </AriaDialog>
      </Modal>
    </ModalOverlay>
  )
}

type CoverProps = { label: string; onClose: () => void; children: ReactNode }

/** A dialog without a heading, high on the screen: what opens it is its own first field. */
export function Cover({ label, onClose, children }: CoverProps) {
  return (
    <ModalOverlay
      isOpen
      onOpenChange={(isOpen) => {
        if (!isOpen) onClose()
      }}
      isDismissable
      className="fixed inset-0 z-40 flex items-start justify-center bg-veil px-3 pt-[10vh] data-[entering]:animate-arrive"
    >
      <Modal className="w-full max-w-2xl">
        <AriaDialog
          aria-label={label}
          className="overflow-hidden rounded-xl border border-line bg-raised shadow-cover outline-none"
        >
          {children}
        </AriaDialog>
      </Modal>
    </ModalOverlay>
  )
}
