import type { ReactNode } from 'react'

export type Look = 'plain' | 'strong' | 'quiet' | 'danger'

const looks: Record<Look, string> = {
  plain: 'border border-edge bg-sheet text-ink hover:bg-sunken',
  strong: 'border border-brand bg-brand text-on-brand hover:bg-brand-deep',
  quiet: 'border border-transparent text-brand hover:bg-brand-tint',
  danger: 'border border-bad bg-sheet text-bad hover:bg-bad-tint',
}

const pressedLook = 'border border-brand bg-brand-tint font-semibold text-brand'

const shape =
  'inline-flex items-center justify-center gap-2 rounded-md whitespace-nowrap transition-colors duration-100'
const sizes = { small: 'min-h-8 px-2.5 text-sm', normal: 'min-h-10 px-4 text-base' }

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

/** The classes of a button; widgets of the library that are buttons themselves wear them too. */
export function buttonLook(look: Look, small: boolean): string {
  return `${shape} ${looks[look]} ${small ? sizes.small : sizes.normal}`
}

/** A button with a word, perhaps an icon and its key. Refused ones say why instead of hiding. */
export function Button(props: Props) {
  const { look = 'plain', refused = null, type = 'button', small = false } = props
  const off = refused !== null ? 'cursor-not-allowed opacity-55' : 'active:translate-y-px'
  const size = small ? sizes.small : sizes.normal
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
      className={`${shape} ${props.pressed ? pressedLook : looks[look]} ${size} ${off}`}
    >
      {props.icon}
      <span>{props.children}</span>
    </button>
  )
}
