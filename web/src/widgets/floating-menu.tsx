import { Check } from 'lucide-react'
import type { ReactNode, RefObject } from 'react'
import { Header, Menu, MenuItem, MenuSection, Popover } from 'react-aria-components'

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

type Props = {
  label: string
  trigger: RefObject<HTMLButtonElement | null>
  onClose: () => void
  groups: readonly ChoiceGroup[]
}

/** What a `Menu` opens; it stands for itself, so that it is fetched only when it is wanted. */
export function FloatingMenu({ label, trigger, onClose, groups }: Props) {
  return (
    <Popover
      triggerRef={trigger}
      isOpen
      onOpenChange={onClose}
      placement="bottom start"
      className="floating min-w-60 overflow-auto p-1.5 data-[entering]:animate-arrive"
    >
      <Menu aria-label={label} autoFocus="first" onClose={onClose} className="outline-none">
        {groups.map((group, at) => (
          <MenuSection
            key={group.title ?? group.choices[0]?.id}
            aria-label={group.title ?? label}
            className={at === 0 ? '' : 'mt-1.5 border-t border-line pt-1.5'}
          >
            {group.title === undefined ? null : (
              <Header className="px-3 py-1 text-xs text-soft">{group.title}</Header>
            )}
            {group.choices.map((choice) => (
              <MenuChoice key={choice.id} choice={choice} />
            ))}
          </MenuSection>
        ))}
      </Menu>
    </Popover>
  )
}

function MenuChoice({ choice }: { choice: Choice }) {
  const refused = choice.refused ?? null
  return (
    <MenuItem
      id={choice.id}
      textValue={choice.word}
      isDisabled={refused !== null}
      onAction={choice.act}
      className="choice outline-none"
    >
      <span className="flex w-5 shrink-0 justify-center text-brand">
        {choice.chosen ? <Check size={17} aria-hidden /> : choice.icon}
      </span>
      <span className="min-w-0 flex-1">
        {choice.word}
        {refused === null ? null : <span className="block text-xs">{refused}</span>}
      </span>
      {choice.keys === undefined ? null : <kbd className="key">{choice.keys}</kbd>}
    </MenuItem>
  )
}
