import { type HotkeyCallback, useHotkeys } from 'react-hotkeys-hook'

/**
 * A shortcut by physical key, so a Thai layout changes nothing. It rests while a field has focus
 * (the library's default) and while a dialog is open.
 */
export function useKeys(keys: string | string[], act: HotkeyCallback): void {
  useHotkeys(keys, act, {
    preventDefault: true,
    sequenceTimeoutMs: 1_000,
    ignoreEventWhen: () => document.querySelector('[role="dialog"]') !== null,
  })
}
