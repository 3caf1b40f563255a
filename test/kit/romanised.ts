import type { Random } from '#sample-office'

/** How the official romanisation writes the words of which invented names are made. */
const official = table(`
  เจริญ=charoen ศิริ=siri โชค=chok รุ่ง=rung มั่น=man ทวี=thawi พูน=phun สม=som ไทย=thai ธน=thana วัฒน=watthana อุดม=udom ชัย=chai
  บุญ=bun เกียรติ=kiat แสง=saeng ทอง=thong เพชร=phet พร=phon มงคล=mongkhon กิจ=kit ไพศาล=phaisan ประเสริฐ=prasoet เอก=ek นว=nawa
  สยาม=sayam ยิ่ง=ying เลิศ=loet สุข=suk ปิติ=piti จิระ=chira อนันต์=anan ดำรง=damrong ถาวร=thawon บวร=bowon ปัญญา=panya
  พัฒน=phatthana ภัทร=phat มหา=maha ราช=rat ลาภ=lap วร=wora วิริยะ=wiriya สหะ=saha สิน=sin สุวรรณ=suwan หิรัญ=hiran อมร=amon
  อรุณ=arun อิสระ=itsara ก้าว=kao ขวัญ=khwan คูณ=khun จรัส=charat ชนะ=chana ดี=di ตระการ=trakan ทรงชัย=songchai นิมิต=nimit
  บัว=bua ปทุม=pathum ผล=phon ฟ้า=fa เมธา=metha ยอด=yot ร่ม=rom ล้ำ=lam วิบูลย์=wibun ศุภ=supha สันติ=santi ใหญ่=yai อุ่น=un
  เกรียง=kriang เฟื่อง=fueang แก้ว=kaeo ไชย=chaiya โอฬาร=olan เรือง=rueang เด่น=den กาญจน=kanchana ทรัพย์=sap วัฒนา=watthana
  พัฒนา=phatthana รุ่งเรือง=rungrueang สมบูรณ์=sombun ทวีสุข=thawisuk ศักดิ์=sak นคร=nakhon มั่นคง=mankhong วิไล=wilai
  สวรรค์=sawan กุล=kun วงศ์=wong ภัณฑ์=phan ก้าวหน้า=kaona ยั่งยืน=yangyuen ธนา=thana เกษม=kasem รัตน์=rat มณี=mani
  ประภา=prapha วารี=wari สถาพร=sathaphon อารี=ari พิพัฒน์=phiphat เมืองทอง=mueangthong บูรพา=burapha พนา=phana นที=nathi
  การโยธา=kanyotha ก่อสร้าง=kosang วิศวกรรม=witsawakam การช่าง=kanchang รับเหมา=rapmao วัสดุก่อสร้าง=watsadukosang ค้าไม้=khamai
  คอนกรีต=khonkrit เหล็กกล้า=lekkla โลหะกิจ=lohakit โรงสีข้าว=rongsikhao ค้าข้าว=khakhao พืชผล=phuetphon ปศุสัตว์=pasusat
  ฟาร์ม=fam อาหารสัตว์=ahansat การเกษตร=kankaset น้ำตาล=namtan แป้งมัน=paengman อาหาร=ahan น้ำดื่ม=namduem น้ำแข็ง=namkhaeng
  ห้องเย็น=hongyen ขนส่ง=khonsong เดินรถ=doenrot การเดินเรือ=kandoenruea คลังสินค้า=khlangsinkha ยานยนต์=yanyon
  อะไหล่ยนต์=alaiyon ยางยนต์=yangyon การยนต์=kanyon พลังงาน=phalangngan ไฟฟ้า=faifa เครื่องเย็น=khrueangyen สื่อสาร=suesan
  การพิมพ์=kanphim บรรจุภัณฑ์=banchuphan กระดาษ=kradat สิ่งทอ=singtho เครื่องหนัง=khrueangnang อัญมณี=anyamani ค้าทอง=khathong
  พาณิชย์=phanit การค้า=kankha เภสัช=phesat การแพทย์=kanphaet ทันตกรรม=thantakam โรงแรม=rongraem ภัตตาคาร=phattakhan
  การท่องเที่ยว=kanthongthiao การบัญชี=kanbanchi กฎหมาย=kotmai ที่ปรึกษา=thiprueksa ประกันภัย=prakanphai
  รักษาความปลอดภัย=raksakhwamplotphai ทำความสะอาด=thamkhwamsaat โฆษณา=khotsana สำรวจ=samruat กวดวิชา=kuatwicha กีฬา=kila
  เสริมสวย=soemsuai ซักรีด=sakrit เครื่องเขียน=khrueangkhian`)

/** Longest first, so that รุ่งเรือง is not read as รุ่ง and เรือง. */
const words = [...official.keys()].sort((one, other) => other.length - one.length)

function table(text: string): ReadonlyMap<string, string> {
  return new Map(
    text
      .trim()
      .split(/\s+/)
      .map((pair) => {
        const [thai = '', latin = ''] = pair.split('=')
        return [thai, latin]
      }),
  )
}

/** The core of a name in the official romanisation; null when it has words that the table has not. */
export function romanised(core: string): string | null {
  const written: string[] = []
  for (let rest = core.trim(); rest !== ''; ) {
    const word = words.find((each) => rest.startsWith(each))
    if (word === undefined) return null
    written.push(official.get(word) ?? '')
    rest = rest.slice(word.length).trim()
  }
  return written.length < 2 ? null : written.join(' ')
}

/** How people write the sounds when nobody tells them how. */
const habits: readonly (readonly [sound: RegExp, written: readonly string[]])[] = [
  [/ph/g, ['p', 'ph']],
  [/th/g, ['t', 'th']],
  [/kh/g, ['k', 'kh']],
  [/ch/g, ['j', 'ch']],
  [/ue/g, ['eu', 'u', 'ue']],
  [/oe/g, ['er', 'oe', 'ir']],
  [/ae/g, ['ae', 'e', 'a']],
  [/w/g, ['v', 'w']],
  [/on\b/g, ['orn', 'on', 'hon']],
  [/a(?=\b|[nmt])/g, ['a', 'ar', 'aa']],
  [/i\b/g, ['ee', 'i', 'y']],
  [/u/g, ['u', 'oo']],
  [/ /g, ['', ' ']],
]

export function freelyRomanised(core: string, random: Random): string | null {
  let text = romanised(core)
  if (text === null) return null
  for (const [sound, written] of habits)
    text = text.replace(sound, () => written[random.between(0, written.length - 1)] ?? '')
  return slip(slip(text, random), random)
}

function slip(text: string, random: Random): string {
  const at = random.between(1, text.length - 1)
  const vowel = 'aeiou'[random.between(0, 4)] ?? ''
  return text.slice(0, at) + (random.chance(0.5) ? vowel : '') + text.slice(at + 1)
}
