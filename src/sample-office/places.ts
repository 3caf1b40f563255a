import type { Random } from './random.ts'
import { itemAt } from './random.ts'

/** An address in the parts that the registration form has. Empty where the address lacks the part. */
export type Address = {
  houseNo: string
  moo: string
  soi: string
  road: string
  subdistrict: string
  district: string
  province: string
  postalCode: string
}

/** Provinces by the interior ministry's code; also the first two digits of most postal codes there. */
const provinces = new Map(
  `10กรุงเทพมหานคร 11สมุทรปราการ 12นนทบุรี 13ปทุมธานี 14พระนครศรีอยุธยา 15อ่างทอง 16ลพบุรี 17สิงห์บุรี
  18ชัยนาท 19สระบุรี 20ชลบุรี 21ระยอง 22จันทบุรี 23ตราด 24ฉะเชิงเทรา 25ปราจีนบุรี 26นครนายก 27สระแก้ว
  30นครราชสีมา 31บุรีรัมย์ 32สุรินทร์ 33ศรีสะเกษ 34อุบลราชธานี 35ยโสธร 36ชัยภูมิ 37อำนาจเจริญ 38บึงกาฬ
  39หนองบัวลำภู 40ขอนแก่น 41อุดรธานี 42เลย 43หนองคาย 44มหาสารคาม 45ร้อยเอ็ด 46กาฬสินธุ์ 47สกลนคร
  48นครพนม 49มุกดาหาร 50เชียงใหม่ 51ลำพูน 52ลำปาง 53อุตรดิตถ์ 54แพร่ 55น่าน 56พะเยา 57เชียงราย
  58แม่ฮ่องสอน 60นครสวรรค์ 61อุทัยธานี 62กำแพงเพชร 63ตาก 64สุโขทัย 65พิษณุโลก 66พิจิตร 67เพชรบูรณ์
  70ราชบุรี 71กาญจนบุรี 72สุพรรณบุรี 73นครปฐม 74สมุทรสาคร 75สมุทรสงคราม 76เพชรบุรี 77ประจวบคีรีขันธ์
  80นครศรีธรรมราช 81กระบี่ 82พังงา 83ภูเก็ต 84สุราษฎร์ธานี 85ระนอง 86ชุมพร 90สงขลา 91สตูล 92ตรัง
  93พัทลุง 94ปัตตานี 95ยะลา 96นราธิวาส`
    .split(/\s+/)
    .map((entry) => [entry.slice(0, 2), entry.slice(2)] as const),
)

/** Offices that hold employer files: twelve areas of Bangkok, one main office in every other province. */
export const officeCodes: readonly string[] = [
  ...Array.from({ length: 12 }, (_, area) => `${1001 + area}`),
  ...[...provinces.keys()].filter((code) => code !== '10').map((code) => `${code}00`),
]

/** The office that the samples come from, and its opening count (government news of 12 March 2563). */
export const pilotOffice = { code: '6000', files: 3705, filesNationwide: 926_183 }

/** Sub-districts and postal codes of the fifteen districts of Nakhon Sawan. */
const nakhonSawan: readonly (readonly [number, string, readonly string[]])[] = [
  [
    40,
    'เมืองนครสวรรค์',
    ['ปากน้ำโพ/60000', 'นครสวรรค์ตก/60000', 'นครสวรรค์ออก/60000', 'วัดไทร/60000', 'หนองกรด/60240'],
  ],
  [3, 'โกรกพระ', ['โกรกพระ/60170', 'บางประมุง/60170']],
  [7, 'ชุมแสง', ['ชุมแสง/60120', 'ทับกฤช/60250']],
  [6, 'หนองบัว', ['หนองบัว/60110', 'หนองกลับ/60110']],
  [5, 'บรรพตพิสัย', ['ท่างิ้ว/60180', 'เจริญผล/60180']],
  [3, 'เก้าเลี้ยว', ['เก้าเลี้ยว/60230', 'มหาโพธิ/60230']],
  [12, 'ตาคลี', ['ตาคลี/60140', 'ช่องแค/60210', 'จันเสน/60260']],
  [4, 'ท่าตะโก', ['ท่าตะโก/60160', 'พนมรอก/60160']],
  [3, 'ไพศาลี', ['ไพศาลี/60220', 'โคกเดื่อ/60220']],
  [5, 'พยุหะคีรี', ['พยุหะ/60130', 'ย่านมัทรี/60130']],
  [5, 'ลาดยาว', ['ลาดยาว/60150', 'สระแก้ว/60150']],
  [3, 'ตากฟ้า', ['ตากฟ้า/60190', 'อุดมธัญญา/60190']],
  [2, 'แม่วงก์', ['แม่วงก์/60150', 'วังซ่าน/60150']],
  [1, 'แม่เปิน', ['แม่เปิน/60150']],
  [1, 'ชุมตาบง', ['ชุมตาบง/60150', 'ปางสวรรค์/60150']],
]

const bangkok = [
  'บางรัก/สีลม/10500',
  'จตุจักร/ลาดยาว/10900',
  'บางกะปิ/หัวหมาก/10240',
  'พญาไท/สามเสนใน/10400',
  'บางแค/บางแค/10160',
  'ดินแดง/ดินแดง/10400',
  'วัฒนา/คลองตันเหนือ/10110',
  'ราษฎร์บูรณะ/บางปะกอก/10140',
]
const elsewhere = 'ในเมือง บ้านใหม่ ท่าช้าง หนองปรือ ดอนเมืองเก่า โนนสูง ศรีภูมิ บางพระ ท่าวัง สวนหลวง'.split(' ')
const roads =
  'สวรรค์วิถี โกสีย์ อรรถกวี มาตุลี พหลโยธิน เทพสิทธิชัย ดาวดึงส์ หนองสมบุญ เอเชีย สุขาพัฒนา เลี่ยงเมือง ประชาสามัคคี รัตนโกสินทร์ เทศบาล 1 มิตรไมตรี ริมน้ำ'
    .replace('เทศบาล 1', 'เทศบาล')
    .split(' ')
const lanes = 'สุขใจ ร่วมมิตร พัฒนา แสงอรุณ ประชาร่วมใจ วัดใหม่ ตลาดเก่า โรงสี'.split(' ')

/** An invented address in the area of an office. Bangkok has roads, the country has moo. */
export function anAddress(random: Random, office: string): Address {
  const place = placeIn(random, office.slice(0, 2))
  const town = office.startsWith('10') || random.chance(0.45)
  const number = random.between(1, 999)
  return {
    houseNo: random.chance(0.4) ? `${number}/${random.between(1, 99)}` : `${number}`,
    moo: town ? '' : `${random.between(1, 14)}`,
    soi: random.chance(0.25) ? `${random.pick(lanes)} ${random.between(1, 30)}` : '',
    road: town || random.chance(0.2) ? random.pick(roads) : '',
    ...place,
  }
}

export function provinceName(code: string): string {
  return provinces.get(code) ?? ''
}

/** A place name as firms use it: a district of the pilot office's province, or a province. */
export function aPlaceName(random: Random, office: string): string {
  if (office !== pilotOffice.code) return provinceName(office.slice(0, 2))
  const [, district] = itemAt(nakhonSawan, random.between(0, nakhonSawan.length - 1))
  return random.pick(['นครสวรรค์', 'ปากน้ำโพ', district.replace('เมือง', '')])
}

/** `เลขที่ 9 หมู่ที่ 2 ถนนโกสีย์ ตำบลปากน้ำโพ อำเภอเมืองนครสวรรค์ จังหวัดนครสวรรค์ 60000` */
export function writtenAddress(address: Address): string {
  const bangkokWords = address.province === 'กรุงเทพมหานคร'
  const [sub, district, province] = bangkokWords ? ['แขวง', 'เขต', ''] : ['ตำบล', 'อำเภอ', 'จังหวัด']
  return [
    `เลขที่ ${address.houseNo}`,
    address.moo && `หมู่ที่ ${address.moo}`,
    address.soi && `ซอย${address.soi}`,
    address.road && `ถนน${address.road}`,
    `${sub}${address.subdistrict}`,
    `${district}${address.district}`,
    `${province}${address.province}`,
    address.postalCode,
  ]
    .filter((part) => part !== '')
    .join(' ')
}

type Place = Pick<Address, 'subdistrict' | 'district' | 'province' | 'postalCode'>

function placeIn(random: Random, code: string): Place {
  const province = provinceName(code)
  if (code === '10') {
    const [district = '', subdistrict = '', postalCode = ''] = random.pick(bangkok).split('/')
    return { subdistrict, district, province, postalCode }
  }
  if (code === '60') {
    const [, district, subs] = random.weighted(nakhonSawan.map((row) => [row[0], row] as const))
    const [subdistrict = '', postalCode = ''] = random.pick(subs).split('/')
    return { subdistrict, district, province, postalCode }
  }
  const district = code === '14' ? province : `เมือง${province}`
  return { subdistrict: random.pick(elsewhere), district, province, postalCode: `${code}000` }
}
