import { createContext, use } from 'react'
import { type HotkeyCallback, useHotkeys } from 'react-hotkeys-hook'

/** How a person wants the keys: single letters on or off, and letters moved to other keys. */
export type KeyChoices = {
  readonly single: boolean
  /** From the letter as we set it to the letter as the person wants it. */
  readonly moved: Readonly<Record<string, string>>
}

export const keysAsSet: KeyChoices = { single: true, moved: {} }

export const KeyChoicesContext = createContext(keysAsSet)

const alone = /^(?:shift\+)?(?:[a-z]|slash|equal|minus|\d)(?:>[a-z])?$/

/** Whether a key is one character without Ctrl or Alt, which a person may switch off (WCAG 2.1.4). */
export function isSingleKey(key: string): boolean {
  return alone.test(key)
}

/** The keys that `choices` leave of those a screen asks for. */
export function keysFor(keys: string | readonly string[], choices: KeyChoices): string[] {
  return [keys]
    .flat()
    .filter((key) => choices.single || !isSingleKey(key))
    .map((key) => choices.moved[key] ?? key)
}

/** Where typing means something else: the keys of the screen below rest. */
const covered = '[role="dialog"], [role="menu"]'

/**
 * A shortcut by physical key, so a Thai layout changes nothing. It rests while a field has focus
 * (unless it is `everywhere`) and while a dialog or menu is open.
 */
export function useKeys(
  keys: string | string[],
  act: HotkeyCallback,
  { everywhere = false } = {},
): void {
  const wanted = keysFor(keys, use(KeyChoicesContext))
  useHotkeys(wanted, act, {
    enabled: wanted.length > 0,
    preventDefault: true,
    enableOnFormTags: everywhere,
    sequenceTimeoutMs: 1_000,
    ignoreEventWhen: () => document.querySelector(covered) !== null,
  })
}
