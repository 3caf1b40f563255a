import { readIdentifier } from '#thai-text'

/** A number that may have been meant, and how far from what was read; 1 is a usual mistake. */
export type Repair = { digits: string; cost: number; edits: 1 | 2 }

export const repairLimits = { repairs_max: 300, thai_readings_max: 20_000 }

const lengths = { account: 10, juristic: 13 } as const

// Measured with Tesseract on printed pages, and pairs that blur alike; all else costs 1.
const alike = new Set(['46', '64', '86', '68', '90', '09', '08', '80', '38', '83', '56', '65'])
for (const pair of ['17', '71', '35', '53', '89', '98', '06', '60']) alike.add(pair)
const alikeCost = 0.6
/** A 1 is lost more often than any other digit. */
const lostOneCost = 0.7
const strokeCost = 0.3

/**
 * The numbers one or two edits away whose check digit agrees, nearest first. They are guesses: only
 * those that the register knows are worth showing.
 */
export function repairsOf(digits: string, kind: 'account' | 'juristic'): Repair[] {
  if (!/^\d+$/.test(digits)) return []
  const first = editsOf(digits)
  const near = first.map(({ digits: mended, cost }): Repair => ({ digits: mended, cost, edits: 1 }))
  const far = first
    .filter(({ digits: mended }) => mended.length === lengths[kind])
    .flatMap(({ digits: mended, cost, at }) =>
      substitutionsOf(mended, at + 1).map(
        (again): Repair => ({ digits: again.digits, cost: cost + again.cost, edits: 2 }),
      ),
    )
  const best = new Map<string, Repair>()
  for (const repair of [...near, ...far, ...withoutStrokes(digits, lengths[kind])]) {
    if (repair.digits === digits || repair.digits.length !== lengths[kind]) continue
    if ((best.get(repair.digits)?.cost ?? Number.POSITIVE_INFINITY) > repair.cost) {
      best.set(repair.digits, repair)
    }
  }
  const found: Repair[] = []
  for (const repair of [...best.values()].toSorted((one, other) => one.cost - other.cost)) {
    if (found.length === repairLimits.repairs_max) break
    if (readIdentifier(repair.digits, kind).flag === 'ok') found.push(repair)
  }
  return found
}

/** Edges of boxes read as a 1 are left out again, whichever of the ones they were. */
function withoutStrokes(digits: string, length: number): Repair[] {
  let shorter = [digits]
  for (let surplus = digits.length - length; surplus > 0; surplus--) {
    shorter = shorter.flatMap((from) =>
      places(from.length)
        .filter((at) => from[at] === '1')
        .map((at) => from.slice(0, at) + from.slice(at + 1)),
    )
  }
  const cost = (digits.length - length) * strokeCost
  return [...new Set(shorter)].map((mended) => ({ digits: mended, cost, edits: 1 }))
}

/** What each Thai digit may have been: Tesseract's Thai model knows none of ๔ ๖ ๗ ๘ ๙ (measured). */
const thaiAlike: Readonly<Record<string, string>> = {
  0: '06',
  2: '26',
  3: '37',
  5: '5489',
  1: '19',
}
const thaiCost = 0.3

/**
 * The numbers that one written in Thai digits may have been, by the digits that are read as others. There
 * are thousands, and the register has one or two of them.
 */
export function thaiReadingsOf(digits: string, kind: 'account' | 'juristic'): Repair[] {
  if (!/^\d+$/.test(digits) || digits.length !== lengths[kind]) return []
  let found: Repair[] = [{ digits: '', cost: 0, edits: 2 }]
  for (const digit of digits) {
    found = found.flatMap((begun) =>
      Array.from(thaiAlike[digit] ?? digit, (meant) => ({
        ...begun,
        digits: begun.digits + meant,
        cost: begun.cost + (meant === digit ? 0 : thaiCost),
      })),
    )
    if (found.length > repairLimits.thai_readings_max) return []
  }
  return found.filter(
    ({ digits: meant }) => meant !== digits && readIdentifier(meant, kind).flag === 'ok',
  )
}

type Edit = { digits: string; cost: number; at: number }

function editsOf(digits: string): Edit[] {
  return [...substitutionsOf(digits, 0), ...insertionsOf(digits), ...deletionsOf(digits)]
}

/** From place `from` on, so that two edits in turn give each pair once. */
function substitutionsOf(digits: string, from: number): Edit[] {
  return places(digits.length)
    .slice(from)
    .flatMap((at) =>
      places(10)
        .map(String)
        .filter((digit) => digit !== digits[at])
        .map((digit) => ({
          digits: digits.slice(0, at) + digit + digits.slice(at + 1),
          cost: alike.has(`${digit}${digits[at]}`) ? alikeCost : 1,
          at,
        })),
    )
}

function insertionsOf(digits: string): Edit[] {
  return places(digits.length + 1).flatMap((at) =>
    places(10).map((digit) => ({
      digits: `${digits.slice(0, at)}${digit}${digits.slice(at)}`,
      cost: digit === 1 ? lostOneCost : 1,
      at,
    })),
  )
}

function deletionsOf(digits: string): Edit[] {
  return places(digits.length).map((at) => ({
    digits: digits.slice(0, at) + digits.slice(at + 1),
    cost: 1,
    at: at - 1,
  }))
}

function places(count: number): number[] {
  return Array.from({ length: count }, (_, at) => at)
}
