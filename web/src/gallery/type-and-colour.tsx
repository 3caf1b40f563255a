import { Specimen } from './specimen.tsx'

const sizes = [
  ['text-2xl', '28 · หัวเรื่องหน้าแรก'],
  ['text-xl', '22 · ชื่อหน้าจอ'],
  ['text-lg', '18 · หัวข้อ'],
  ['text-base', '16 · เนื้อความ ปู่ ฐู ญู ที่ น้ำ เอี๊ยด กี่ปี้'],
  ['text-sm', '14 · ตาราง 60-1000412-8 12 มี.ค. 2563'],
  ['text-xs', '13 · รหัสและปุ่มลัด'],
] as const

const surfaces = [
  'bg-paper',
  'bg-sheet',
  'bg-raised',
  'bg-sunken',
  'bg-brand-tint',
  'bg-mark',
] as const

const tones = [
  ['text-ink', 'bg-sheet', 'เนื้อความ'],
  ['text-soft', 'bg-sheet', 'คำอธิบาย'],
  ['text-hint', 'bg-sheet', 'ตัวอย่างในช่อง'],
  ['text-brand', 'bg-sheet', 'ลิงก์และเลขที่'],
  ['text-on-brand', 'bg-brand', 'ปุ่มหลัก'],
  ['text-good', 'bg-good-tint', '✓ สำเร็จ'],
  ['text-warn', 'bg-warn-tint', '⚠ ต้องดู'],
  ['text-bad', 'bg-bad-tint', '✕ ไม่สำเร็จ'],
] as const

export function TypeAndColour() {
  return (
    <>
      <Specimen name="ขนาดตัวอักษร ต้องไม่ตัดวรรณยุกต์และสระล่าง">
        <div className="flex w-full flex-col">
          {sizes.map(([size, words]) => (
            <p key={size} className={`${size} overflow-hidden border-b border-line last:border-0`}>
              {words}
            </p>
          ))}
        </div>
      </Specimen>
      <Specimen name="พื้น">
        {surfaces.map((surface) => (
          <p key={surface} className={`${surface} rounded-md border border-line px-4 py-3 text-sm`}>
            {surface.slice(3)}
          </p>
        ))}
      </Specimen>
      <Specimen name="สีตัวอักษรบนพื้นของมัน">
        {tones.map(([ink, surface, word]) => (
          <p key={word} className={`${ink} ${surface} rounded-md px-4 py-2`}>
            {word}
          </p>
        ))}
      </Specimen>
      <Specimen name="ตัวเลขตรงหลัก">
        <table className="text-sm">
          <tbody>
            {['1,111,111', '926,183', '3,705'].map((count) => (
              <tr key={count}>
                <td className="text-right">{count}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </Specimen>
      <Specimen name="ความสูงเหนือหน้า">
        {['shadow-low', 'shadow-float', 'shadow-cover'].map((shadow) => (
          <p key={shadow} className={`${shadow} rounded-lg bg-raised px-6 py-4 text-sm`}>
            {shadow.slice(7)}
          </p>
        ))}
      </Specimen>
      <Specimen name="คำที่พบ">
        <p>
          ห้างหุ้นส่วนจำกัด <mark>ศรีสุวรรณ</mark>การช่าง และใกล้เคียง <mark data-similar="">ศรีสุวัน</mark>
        </p>
      </Specimen>
    </>
  )
}
