import { otherLayout } from '#thai-text'

// Z and X are the brackets of the Thai layout: the year of (1997) was typed between them.
const ownNumbers = /((?<=\s|^|Z)[0-9]+(?=\s|X|$))/

/** What the same keys give on the other layout: the whole, and with numbers as they are, from the number pad. */
export function retypings(q: string): string[] {
  const kept = q.split(ownNumbers).map((part) => (/^[0-9]+$/.test(part) ? part : retype(part)))
  const readings = new Set([otherLayout(q) ?? '', kept.join('')])
  return [...readings].filter((each) => each !== '' && each !== q)
}

function retype(part: string): string {
  const [, before = '', words = '', after = ''] = /^(\s*)(.*?)(\s*)$/s.exec(part) ?? []
  return `${before}${words === 'X' ? ')' : (otherLayout(words) ?? words)}${after}`
}
