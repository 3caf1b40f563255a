import type { ReactNode } from 'react'

type Look = 'plain' | 'strong' | 'quiet' | 'danger'

const looks: Record<Look, string> = {
  plain: 'border border-edge bg-sheet text-ink hover:bg-sunken',
  strong: 'border border-brand bg-brand text-white hover:bg-brand-deep',
  quiet: 'border border-transparent text-brand hover:bg-brand-tint',
  danger: 'border border-bad bg-sheet text-bad hover:bg-bad-tint',
}

const pressedLook = 'border border-brand bg-brand-tint font-semibold text-brand'

type Props = {
  children: ReactNode
  look?: Look
  icon?: ReactNode
  type?: 'button' | 'submit'
  onPress?: () => void
  /** Why it may not be used now; the button stays visible and says so. */
  refused?: string | null
  label?: string
  pressed?: boolean
  small?: boolean
  shortcut?: string
}

/** A button with a word, perhaps an icon and its key. Refused ones say why instead of hiding. */
export function Button(props: Props) {
  const { look = 'plain', refused = null, type = 'button', small = false } = props
  const off = refused !== null ? 'cursor-not-allowed opacity-55' : ''
  const size = small ? 'min-h-8 px-2.5 text-sm' : 'min-h-10 px-4 text-base'
  return (
    <button
      type={type}
      aria-label={props.label}
      aria-disabled={refused !== null}
      aria-pressed={props.pressed}
      aria-description={refused ?? undefined}
      aria-keyshortcuts={props.shortcut}
      title={refused ?? props.label}
      onClick={(event) => {
        if (refused !== null) event.preventDefault()
        else props.onPress?.()
      }}
      className={`inline-flex items-center justify-center gap-2 rounded-md whitespace-nowrap ${props.pressed ? pressedLook : looks[look]} ${size} ${off}`}
    >
      {props.icon}
      <span>{props.children}</span>
    </button>
  )
}
