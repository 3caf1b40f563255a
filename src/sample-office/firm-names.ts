import { borrowed, borrowedTrades, heads, letters, type Part, tails, trades } from './name-parts.ts'
import { aPerson, fullName } from './people.ts'
import { aPlaceName } from './places.ts'
import type { Random } from './random.ts'

/** An invented name and what the bearer does. */
export type FirmName = {
  /** The full legal name with its prefix and suffix. */
  th: string
  /** The registered English name; empty when there is none. */
  en: string
  employerType: string
  /** Five digits, in the manner of the national standard of 2552. */
  businessCode: string
}

type Core = Part & { code: string }
type Form = {
  employerType: string
  share: number
  name(random: Random, core: Core, office: string): { th: string; en: string }
}

const around =
  (before: string, after: string, english: string) =>
  (_random: Random, core: Core): { th: string; en: string } => ({
    th: `${before} ${core.th}${after}`,
    en: `${core.en} ${english}`,
  })

/** How often each kind of employer comes, and how its name is put together. Shares are of a hundred. */
const forms: readonly Form[] = [
  { employerType: 'company-limited', share: 60, name: around('บริษัท', ' จำกัด', 'Co., Ltd.') },
  {
    employerType: 'limited-partnership',
    share: 17,
    name: around('ห้างหุ้นส่วนจำกัด', '', 'Limited Partnership'),
  },
  { employerType: 'natural-person', share: 7, name: shopName },
  { employerType: 'natural-person', share: 5, name: personName },
  { employerType: 'condominium-juristic', share: 1.4, name: condominiumName },
  {
    employerType: 'registered-partnership',
    share: 1.3,
    name: around('ห้างหุ้นส่วนสามัญนิติบุคคล', '', 'Registered Ordinary Partnership'),
  },
  { employerType: 'cooperative', share: 1, name: cooperativeName },
  { employerType: 'private-school', share: 1, name: placed('โรงเรียน', 'วิทยา', 'Wittaya School') },
  {
    employerType: 'foundation',
    share: 0.8,
    name: placed('มูลนิธิ', 'เพื่อการศึกษา', 'Education Foundation'),
  },
  { employerType: 'local-authority', share: 0.8, name: localAuthorityName },
  {
    employerType: 'public-company',
    share: 0.7,
    name: around('บริษัท', ' จำกัด (มหาชน)', 'Public Company Limited'),
  },
  {
    employerType: 'housing-estate-juristic',
    share: 0.7,
    name: placed('นิติบุคคลหมู่บ้านจัดสรร บ้าน', 'วิลล์', 'Ville'),
  },
  { employerType: 'group-of-persons', share: 0.6, name: around('คณะบุคคล', '', '') },
  { employerType: 'association', share: 0.5, name: placed('สมาคมผู้ประกอบการ', '', 'Association') },
  { employerType: 'joint-venture', share: 0.5, name: ventureName },
  { employerType: 'unregistered-partnership', share: 0.4, name: around('ห้างหุ้นส่วนสามัญ', '', '') },
  { employerType: 'temple', share: 0.4, name: placed('วัด', 'ธรรมาราม', '') },
  { employerType: 'household', share: 0.3, name: personName },
]
const weightedForms = forms.map((form) => [form.share, form] as const)
/** Bodies without a registered English name, or whose English name nobody uses. */
const thaiOnly = new Set([
  'natural-person',
  'household',
  'temple',
  'group-of-persons',
  'unregistered-partnership',
  'local-authority',
])

/** One name out of several million; see `forms` for the mix. `employerType` limits the choice. */
export function aFirmName(random: Random, office: string, employerType?: string): FirmName {
  const chosen = weightedForms.filter(
    ([, form]) => !employerType || form.employerType === employerType,
  )
  const form = random.weighted(chosen.length > 0 ? chosen : weightedForms)
  const core = aCore(random, office)
  const { th, en } = form.name(random, core, office)
  const english = !thaiOnly.has(form.employerType) && random.chance(0.7)
  return {
    th,
    en: english ? en.replaceAll('  ', ' ').trim() : '',
    employerType: form.employerType,
    businessCode: core.code,
  }
}

/** Another name of the same legal form, as the employer bore it before. */
export function aFormerName(random: Random, office: string, employerType: string): string {
  return aFirmName(random, office, employerType).th
}

function aCore(random: Random, office: string): Core {
  return random.weighted(corePatterns)(random, office)
}

const corePatterns: readonly (readonly [number, (random: Random, office: string) => Core])[] = [
  [36, (random) => joined([fancy(random), random.pick(trades)])],
  [24, (random) => joined([fancy(random), random.pick(tails), random.pick(trades)])],
  [1.5, (random) => joined([fancy(random)], random.pick(trades).code)],
  [9, (random, office) => joined([placePart(random, office), fancy(random), random.pick(trades)])],
  [13, borrowedCore],
  [7, initialsCore],
  [5, (random) => joined([fancy(random), random.pick(trades), yearPart(random)])],
  [
    4,
    (random) =>
      joined([fancy(random), random.pick(trades), { th: ' (ประเทศไทย)', en: '(Thailand)' }]),
  ],
  [2, (random) => joined([ownerPart(random), random.pick(trades)])],
]

function joined(parts: readonly (Part & { code?: string })[], code?: string): Core {
  const trade = parts.findLast((part) => part.code)?.code
  return {
    th: parts.map((part) => part.th).join(''),
    en: parts
      .map((part) => capital(part.en))
      .join(' ')
      .trim(),
    code: code ?? trade ?? '46900',
  }
}

function capital(word: string): string {
  return word.charAt(0).toUpperCase() + word.slice(1)
}

function fancy(random: Random): Part {
  const [head, tail] = [random.pick(heads), random.pick(tails)]
  if (head.th === tail.th) return head
  return { th: head.th + tail.th, en: head.en + tail.en }
}

function borrowedCore(random: Random): Core {
  const [one, two, trade] = [
    random.pick(borrowed),
    random.pick(borrowed),
    random.pick(borrowedTrades),
  ]
  const words = one === two ? [one, trade] : [one, two, trade]
  const tail = random.chance(0.35) ? [{ th: `${random.between(1, 99)}`, en: '' }] : []
  const all = [...words, ...tail]
  const number = tail[0]?.th ? ` ${tail[0].th}` : ''
  return {
    th: all.map((part) => part.th).join(' '),
    en: words.map((part) => part.en).join(' ') + number,
    code: trade.code,
  }
}

function initialsCore(random: Random): Core {
  const count = random.weighted([
    [5, 2],
    [5, 3],
  ] as const)
  const initials = Array.from({ length: count }, () => random.pick(letters))
  const trade = random.pick(random.chance(0.5) ? borrowedTrades : trades)
  return {
    th: `${initials.map((letter) => letter.th).join('.')}. ${trade.th}`,
    en: `${initials.map((letter) => letter.en).join('.')}. ${trade.en}`,
    code: trade.code,
  }
}

function yearPart(random: Random): Part {
  const year = random.chance(0.5) ? random.between(1995, 2020) : random.between(2530, 2565)
  return { th: ` (${year})`, en: `(${year})` }
}

function placePart(random: Random, office: string): Part {
  return { th: aPlaceName(random, office), en: '' }
}

function ownerPart(random: Random): Part {
  const { given } = aPerson(random)
  return { th: given, en: '' }
}

function placed(before: string, after: string, english: string): Form['name'] {
  return (random) => {
    const core = fancy(random)
    return { th: `${before}${core.th}${after}`, en: `${core.en} ${english}` }
  }
}

function shopName(random: Random, core: Core): { th: string; en: string } {
  const owner = random.chance(0.4) ? ` (${fullName(aPerson(random))})` : ''
  return { th: `ร้าน${core.th}${owner}`, en: '' }
}

function personName(random: Random): { th: string; en: string } {
  return { th: fullName(aPerson(random)), en: '' }
}

function condominiumName(random: Random): { th: string; en: string } {
  const [one, kind] = [
    fancy(random),
    random.pick(['คอนโดเทล', 'เพลส', 'ทาวเวอร์', 'แมนชั่น', 'เรสซิเดนซ์']),
  ]
  const number = random.chance(0.4) ? ` ${random.between(1, 9)}` : ''
  return {
    th: `นิติบุคคลอาคารชุด ${one.th}${kind}${number}`,
    en: `${one.en} Condominium Juristic Person`,
  }
}

function cooperativeName(random: Random, _core: Core, office: string): { th: string; en: string } {
  const [kind, english] = random.pick([
    ['การเกษตร', 'Agricultural'],
    ['ออมทรัพย์', 'Savings'],
    ['บริการ', 'Service'],
    ['โคนม', 'Dairy'],
  ] as const)
  const core = fancy(random)
  return {
    th: `สหกรณ์${kind}${aPlaceName(random, office)}${core.th} จำกัด`,
    en: `${core.en} ${english} Cooperative Limited`,
  }
}

function localAuthorityName(random: Random): { th: string; en: string } {
  const kind = random.pick(['เทศบาลตำบล', 'องค์การบริหารส่วนตำบล'])
  return { th: `${kind}${random.pick(['บ้าน', 'หนอง', 'ทุ่ง', 'ดอน'])}${fancy(random).th}`, en: '' }
}

function ventureName(random: Random): { th: string; en: string } {
  const [one, two] = [fancy(random), fancy(random)]
  return { th: `กิจการร่วมค้า ${one.th}-${two.th}`, en: `${one.en}-${two.en} Joint Venture` }
}
