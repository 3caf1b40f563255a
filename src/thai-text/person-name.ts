import { thaiFold } from './fold.ts'
import { letterCount, mayCutAt } from './legal-name.ts'
import { thaiNormalize } from './normalize.ts'

export type PersonName = {
  /** `ผศ. ดร.` */
  title: string | null
  core: string
  /** `thaiFold(core)` */
  key: string
  /** `thaiFold` of the whole name: นางนวล may be นาง + นวล or a name, so both are searched. */
  wholeKey: string
}

const limits = { titles_max: 3 }

const titles: readonly string[] = [
  ...['ว่าที่ร้อยตรีหญิง', 'ว่าที่ร้อยตรี', 'ว่าที่ ร.ต.หญิง', 'ว่าที่ ร.ต.', 'ว่าที่ร.ต.หญิง', 'ว่าที่ร.ต.'],
  ...['หม่อมราชวงศ์', 'หม่อมหลวง', 'ม.ร.ว.', 'ม.ล.', 'เด็กหญิง', 'เด็กชาย', 'ด.ช.', 'ด.ญ.'],
  ...['แพทย์หญิง', 'นายแพทย์', 'นพ.', 'พญ.', 'นางสาว', 'น.ส.', 'นส.', 'นาง', 'นาย'],
  ...['ผู้ช่วยศาสตราจารย์', 'รองศาสตราจารย์', 'ศาสตราจารย์', 'ดอกเตอร์', 'ผศ.', 'รศ.', 'ศ.', 'ดร.'],
]

const latinTitle = /^(?:mrs|mr|ms|dr|prof)(?:\. ?| )|^miss /i

function longestFirst(words: readonly string[]): readonly string[] {
  return [...words].sort((one, other) => other.length - one.length)
}

const ordered = longestFirst(titles)

/**
 * Splits titles off the name of a person. `ranks` are the police and military ranks of the office's
 * own table, taken as titles too.
 */
export function splitPersonName(name: string, ranks: readonly string[] = []): PersonName {
  const whole = thaiNormalize(name)
  const known = ranks.length === 0 ? ordered : longestFirst([...titles, ...ranks])
  const taken: string[] = []
  let core = whole
  while (taken.length < limits.titles_max) {
    const title = titleAt(core, known)
    if (title === null) break
    const rest = core.slice(title.length).trimStart()
    if (letterCount(rest) < 2) break
    taken.push(title.trimEnd())
    core = rest
  }
  const title = taken.length > 0 ? taken.join(' ') : null
  return { title, core, key: thaiFold(core), wholeKey: thaiFold(whole) }
}

function titleAt(text: string, known: readonly string[]): string | null {
  const latin = latinTitle.exec(text)?.[0]
  if (latin) return latin
  return known.find((title) => text.startsWith(title) && mayCutAt(text, title.length)) ?? null
}
