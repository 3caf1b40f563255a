import { useNavigate } from '@tanstack/react-router'
import { useEffect, useRef } from 'react'
import { formatAccountNo } from '#thai-text'
import { useToast } from '../widgets/toast.tsx'
import { useWords } from '../words/words.ts'
import {
  type Burst,
  burstWith,
  isEnd,
  type Label,
  labelOf,
  limits,
  mayBecomeLabel,
} from './wedge.ts'

/** Told before the label opens its file; a screen that takes the label itself prevents the default. */
const labelEvent = 'faem-label'

/** A label read by a scanner jumps to its file, on any screen and in any keyboard layout. */
export function useWedge(): void {
  const navigate = useNavigate()
  const tell = useToast()
  const { say } = useWords()
  const open = useRef<(label: Label) => void>(() => undefined)
  useEffect(() => {
    open.current = ({ accountNo }) => {
      void navigate({ to: '/files/$accountNo', params: { accountNo } })
      tell({ text: say('paper.opened', { account: formatAccountNo(accountNo) }) })
    }
  })
  useEffect(
    () =>
      listen((label) => {
        const event = new CustomEvent(labelEvent, { detail: label, cancelable: true })
        if (window.dispatchEvent(event)) open.current(label)
      }),
    [],
  )
}

/** Takes the labels that are read while this screen is open. */
export function useLabels(take: (label: Label) => void): void {
  const latest = useRef(take)
  useEffect(() => {
    latest.current = take
  })
  useEffect(() => {
    const onLabel = (event: Event) => {
      if (!(event instanceof CustomEvent)) return
      event.preventDefault()
      latest.current(event.detail)
    }
    window.addEventListener(labelEvent, onLabel)
    return () => window.removeEventListener(labelEvent, onLabel)
  }, [])
}

/** Where keys are words or choices of the browser's own: they are never kept back. */
const typed = 'input, textarea, select, [contenteditable="true"]'

type Field = HTMLInputElement | HTMLTextAreaElement

function fieldOf(target: EventTarget | null): Field | null {
  return target instanceof HTMLInputElement || target instanceof HTMLTextAreaElement ? target : null
}

function isTyped(target: EventTarget | null): boolean {
  return target instanceof Element && target.closest(typed) !== null
}

/**
 * Listens before everybody else. In a field the keys go their way, and the field gets its words back when
 * they were a label. Elsewhere keys with which a label may begin are kept back for a moment, so that a
 * label never presses the keys of the screen.
 */
function listen(onLabel: (label: Label) => void): () => void {
  let burst: Burst | null = null
  let words: { field: Field; value: string } | null = null
  let held: KeyboardEvent[] = []
  let timer = 0
  const released = new WeakSet<Event>()

  function release() {
    clearTimeout(timer)
    for (const event of held.splice(0)) {
      const again = new KeyboardEvent(event.type, event)
      released.add(again)
      event.target?.dispatchEvent(again)
    }
  }

  function hold(event: KeyboardEvent) {
    event.preventDefault()
    event.stopImmediatePropagation()
    held.push(event)
    clearTimeout(timer)
    timer = window.setTimeout(release, limits.gap_ms_max + 5)
  }

  function onKeyDown(event: KeyboardEvent) {
    if (released.has(event) || event.code.startsWith('Shift')) return
    const key = { code: event.code, shift: event.shiftKey, at: event.timeStamp }
    const label = labelOf(burst, key)
    if (label !== null) {
      event.preventDefault()
      event.stopImmediatePropagation()
      held = []
      burst = null
      if (words !== null) giveBack(words)
      onLabel(label)
      return
    }
    const foreign = event.ctrlKey || event.altKey || event.metaKey || event.repeat
    const next = foreign || isEnd(event.code) ? null : burstWith(burst, key)
    const field = fieldOf(event.target)
    if (next !== null && next.since === key.at) {
      words = field === null ? null : { field, value: field.value }
    }
    burst = next
    if (!isTyped(event.target) && next !== null && mayBecomeLabel(next.text)) hold(event)
    else release()
  }

  function onKeyUp(event: KeyboardEvent) {
    // A key that is kept back comes up after it went down, for everybody else too.
    if (!released.has(event) && held.some(({ code }) => code === event.code)) hold(event)
  }

  window.addEventListener('keydown', onKeyDown, true)
  window.addEventListener('keyup', onKeyUp, true)
  return () => {
    clearTimeout(timer)
    window.removeEventListener('keydown', onKeyDown, true)
    window.removeEventListener('keyup', onKeyUp, true)
  }
}

function giveBack({ field, value }: { field: Field; value: string }) {
  // React hears of a value only when it is set as the browser itself sets it.
  const prototype = field instanceof HTMLInputElement ? HTMLInputElement : HTMLTextAreaElement
  Object.getOwnPropertyDescriptor(prototype.prototype, 'value')?.set?.call(field, value)
  field.dispatchEvent(new Event('input', { bubbles: true }))
}
