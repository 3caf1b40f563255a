/** One key that went down. `at` in milliseconds of the event's own clock. */
export type WedgeKey = { code: string; shift: boolean; at: number }

/** Keys that came so fast after each other that no hand typed them. */
export type Burst = { text: string; since: number; last: number }

/** What a label names. */
export type Label = { accountNo: string; branchNo: string }

export const limits = {
  /** Longest time between two keys of a scanner; hands need more, but for rolling over two keys. */
  gap_ms_max: 50,
  mean_gap_ms_max: 35,
  text_characters_max: 200,
}

const signs: Readonly<Record<string, readonly [plain: string, shifted: string]>> = {
  Minus: ['-', '_'],
  Semicolon: [';', ':'],
  NumpadSubtract: ['-', '-'],
}

/** What a key types on a Latin keyboard, whatever layout is on; null for keys that no label has. */
export function latinOf({ code, shift }: Pick<WedgeKey, 'code' | 'shift'>): string | null {
  const letter = /^Key([A-Z])$/.exec(code)?.[1]
  if (letter !== undefined) return shift ? letter : letter.toLowerCase()
  const digit = /^(?:Digit|Numpad)([0-9])$/.exec(code)?.[1]
  if (digit !== undefined) return shift ? null : digit
  return signs[code]?.[shift ? 1 : 0] ?? null
}

/** The burst after this key: the one before with it, or a new one that begins with it. */
export function burstWith(before: Burst | null, key: WedgeKey): Burst | null {
  const typed = latinOf(key)
  if (typed === null) return null
  const goesOn = before !== null && key.at - before.last <= limits.gap_ms_max
  if (!goesOn || before.text.length >= limits.text_characters_max) {
    return { text: typed, since: key.at, last: key.at }
  }
  return { text: before.text + typed, since: before.since, last: key.at }
}

/** The label that a burst spelt, when `end` (Enter or Tab) follows it at a scanner's speed. */
export function labelOf(burst: Burst | null, end: WedgeKey): Label | null {
  if (burst === null || !isEnd(end.code)) return null
  if (end.at - burst.last > limits.gap_ms_max) return null
  const gaps = burst.text.length - 1
  if (gaps < 1 || (burst.last - burst.since) / gaps > limits.mean_gap_ms_max) return null
  return readLabel(burst.text)
}

export function isEnd(code: string): boolean {
  return code === 'Enter' || code === 'NumpadEnter' || code === 'Tab'
}

const cover = /^faem1:([0-9A-Z]{1,20}):([0-9]{6}):[a-z0-9-]+:[a-z0-9-]+$/
const account = /^([0-9]{2})-?([0-9]{7})-?([0-9])([0-9]{6})?$/

/** The code of a cover sheet or label, or a bar code of an account number, perhaps with its branch. */
export function readLabel(text: string): Label | null {
  const covered = cover.exec(text)
  if (covered?.[1] !== undefined && covered[2] !== undefined) {
    return { accountNo: covered[1], branchNo: covered[2] }
  }
  const number = account.exec(text)
  if (number === null) return null
  const [, office, serial, check, branch] = number
  return { accountNo: `${office}${serial}${check}`, branchNo: branch ?? '000000' }
}

const mark = 'faem1:'

/** Whether a label may begin so: such keys are kept back from the screen until it is clear. */
export function mayBecomeLabel(text: string): boolean {
  return mark.startsWith(text) || text.startsWith(mark) || /^[0-9-]{1,18}$/.test(text)
}
