import { isFollowingVowel, isMark } from './characters.ts'
import { thaiFold } from './fold.ts'
import { thaiNormalize } from './normalize.ts'

/** The words around a name. `company` and `limited` are incomplete: one half of the form is missing. */
export type LegalForm =
  | 'company-limited'
  | 'public-company'
  | 'company'
  | 'limited'
  | 'limited-partnership'
  | 'registered-partnership'
  | 'ordinary-partnership'
  | 'joint-venture'
  | 'consortium'
  | 'group-of-persons'
  | 'foundation'
  | 'association'
  | 'cooperative'
  | 'condominium'
  | 'housing-estate'
  | 'shop'

export type LegalName = {
  form: LegalForm | null
  /** What search and sorting use. */
  core: string
  /** `สำนักงานใหญ่` or `สาขา…`, taken off the end. */
  branchNote: string | null
  /** `thaiFold(core)` */
  key: string
}

type Ending = 'limited' | 'public' | LegalForm
type Cut = { form: LegalForm; rest: string }

// Compared without tone marks and inner spaces, which typists and recognisers lose. จากัด has lost its ํ.
const longBeginnings: readonly (readonly [folded: string, form: LegalForm])[] = (
  [
    ['ห้างหุ้นส่วนสามัญนิติบุคคล', 'registered-partnership'],
    ['ห้างหุ้นส่วนสามัญ', 'ordinary-partnership'],
    ['ห้างหุ้นส่วนจำกัด', 'limited-partnership'],
    ['ห้างหุ้นส่วนจากัด', 'limited-partnership'],
    ['นิติบุคคลหมู่บ้านจัดสรร', 'housing-estate'],
    ['นิติบุคคลอาคารชุด', 'condominium'],
    ['กิจการร่วมค้า', 'joint-venture'],
    ['กิจการค้าร่วม', 'consortium'],
    ['คณะบุคคล', 'group-of-persons'],
    ['บริษัท', 'company'],
  ] as const
).map(([word, form]) => [thaiFold(word), form])

const shortBeginnings: readonly (readonly [pattern: RegExp, form: LegalForm])[] = [
  [/^มูลนิธิ/, 'foundation'],
  [/^สมาคม/, 'association'],
  [/^สหกรณ์/, 'cooperative'],
  [/^(?:หจก|ห\.จ\.ก)/, 'limited-partnership'],
  [/^(?:หสน|ห\.ส\.น)/, 'registered-partnership'],
  [/^(?:หสม|ห\.ส\.ม)/, 'ordinary-partnership'],
  [/^(?:บมจ|บ\.ม\.จ)/, 'public-company'],
  [/^(?:บจก|บ\.จ\.ก|บจ(?=[. ]))/, 'company-limited'],
  [/^ร้าน/, 'shop'],
  [/^บ\.(?! ?[ก-ฮ]\.)/, 'company'],
]

const endings: readonly (readonly [pattern: RegExp, ending: Ending])[] = [
  [/(?:จำกัด|จากัด) ?\(มหาชน\)$/, 'public'],
  [/\(มหาชน\)$/, 'public'],
  [/(?:จำกัด|จากัด|(?<![หบ])จก\.)$/, 'limited'],
  [
    /(?<![a-z])(?:public company limited|public co\.? ?,? ?ltd\.?|p\.?c\.?l\.?|plc\.?)$/i,
    'public-company',
  ],
  [
    /(?<![a-z])(?:limited partnership|ltd\.? ?,? ?part\.?|part\.? ?,? ?ltd\.?)$/i,
    'limited-partnership',
  ],
  [
    /(?<![a-z])(?:company ?,? ?limited|co\.? ?,? ?limited|co\.? ?,? ?ltd\.?|limited|ltd\.?)$/i,
    'company-limited',
  ],
]

const bracketNote = / ?\(((?:สำนักงานใหญ่|สนญ|สาขา|head office|hq|branch)[^()]*)\)$/i
// Not after ห้างหุ้นส่วนจำกัด, which stands before its name.
const trailingNote = /(?<!ส่?วน ?)((?:จำกัด|จากัด)(?: ?\(มหาชน\))?) ?((?:สำนักงานใหญ่|สาขา).*)$/

/** Splits the legal form and the branch note off the name of an employer. Never fails. */
export function splitLegalName(name: string): LegalName {
  const whole = thaiNormalize(name)
  const { text, branchNote } = takeBranchNote(whole)
  const end = takeEnding(text)
  const begin = takeBeginning(end.rest)
  const core = trimCore(begin?.rest ?? end.rest)
  const form = decideForm(begin?.form ?? null, end.ending)
  if (letterCount(core) < 2) {
    return { form: null, core: whole, branchNote: null, key: thaiFold(whole) }
  }
  return { form, core, branchNote, key: thaiFold(core) }
}

function takeBranchNote(whole: string): { text: string; branchNote: string | null } {
  if (whole.endsWith(')')) {
    const bracket = bracketNote.exec(whole)
    if (bracket) return { text: whole.slice(0, bracket.index), branchNote: bracket[1] ?? null }
  }
  if (!whole.includes('สาขา') && !whole.includes('สำนักงานใหญ่')) {
    return { text: whole, branchNote: null }
  }
  const trailing = trailingNote.exec(whole)
  if (!trailing) return { text: whole, branchNote: null }
  const text = whole.slice(0, trailing.index) + (trailing[1] ?? '')
  return { text, branchNote: trailing[2]?.trim() ?? null }
}

function takeEnding(text: string): { rest: string; ending: Ending | null } {
  for (const [pattern, ending] of endings) {
    const found = pattern.exec(text)
    if (found) return { rest: text.slice(0, found.index).replace(/[ ,]+$/, ''), ending }
  }
  return { rest: text, ending: null }
}

function takeBeginning(text: string): Cut | null {
  for (const [folded, form] of longBeginnings) {
    const end = matchFolded(text, folded)
    if (end > 0 && mayCutAt(text, end)) return { form, rest: text.slice(end) }
  }
  for (const [pattern, form] of shortBeginnings) {
    const end = pattern.exec(text)?.[0].length ?? 0
    if (end > 0 && mayCutAt(text, end)) return { form, rest: text.slice(end) }
  }
  return null
}

/** Where a word that folds to `folded` ends at the beginning of `text`; 0 when another word stands there. */
function matchFolded(text: string, folded: string): number {
  let at = 0
  for (let matched = 0; matched < folded.length; at++) {
    if (at >= text.length) return 0
    if (text[at] === folded[matched]) matched++
    else if (matched === 0 || !isFoldedAway(text.charCodeAt(at))) return 0
  }
  while (at < text.length && isLostMark(text.charCodeAt(at))) at++
  return at
}

function isLostMark(code: number): boolean {
  return code >= 0x0e47 && code <= 0x0e4e
}

function isFoldedAway(code: number): boolean {
  return code === 0x20 || code === 0x2e || isLostMark(code)
}

/** A cut must not leave a mark or a following vowel at the front: รานี is not ร้าน + ี. */
export function mayCutAt(text: string, at: number): boolean {
  const next = text.charCodeAt(at)
  return !isMark(next) && !isFollowingVowel(next)
}

function trimCore(text: string): string {
  return text.replace(/^[ ,.]+/, '').replace(/[ ,]+$/, '')
}

export function letterCount(text: string): number {
  return text.match(/[\p{L}\p{N}]/gu)?.length ?? 0
}

function decideForm(begin: LegalForm | null, ending: Ending | null): LegalForm | null {
  if (begin !== null && begin !== 'company') return begin
  if (ending === 'public') return 'public-company'
  if (ending === 'limited') return begin === 'company' ? 'company-limited' : 'limited'
  return ending ?? begin
}
