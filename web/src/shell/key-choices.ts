import { type KeyChoices, keysAsSet } from '../widgets/keys.ts'

/** Each person at a shared computer keeps their own keys. */
function placeOf(personId: string): string {
  return `keys ${personId}`
}

/** What the person set on this computer; what is not understood is as if nothing were set. */
export function keptKeys(personId: string): KeyChoices {
  const kept = localStorage.getItem(placeOf(personId))
  if (kept === null) return keysAsSet
  try {
    return readKeys(JSON.parse(kept))
  } catch {
    return keysAsSet
  }
}

export function keepKeys(personId: string, choices: KeyChoices): void {
  localStorage.setItem(placeOf(personId), JSON.stringify(choices))
}

function readKeys(kept: unknown): KeyChoices {
  const fields = new Map(Object.entries(kept ?? {}))
  const moved = Object.entries(fields.get('moved') ?? {}).filter(
    (pair): pair is [string, string] => typeof pair[1] === 'string' && /^[a-z]$/.test(pair[1]),
  )
  return { single: fields.get('single') !== false, moved: Object.fromEntries(moved) }
}
