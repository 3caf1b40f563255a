import { FolderInput, MapPin, Pencil } from 'lucide-react'
import { useState } from 'react'
import { Button, type Look } from '../widgets/button.tsx'
import { Dialog } from '../widgets/dialog.tsx'
import { Menu } from '../widgets/menu.tsx'
import { Popover } from '../widgets/popover.tsx'
import { Switch } from '../widgets/switch.tsx'
import { Tooltip } from '../widgets/tooltip.tsx'
import { Specimen } from './specimen.tsx'

const looks: readonly (readonly [Look, string])[] = [
  ['strong', 'งานหลักของหน้า'],
  ['plain', 'งานทั่วไป'],
  ['quiet', 'งานเสริม'],
  ['danger', 'นำออก'],
]
const refused = 'ใช้ไม่ได้ เพราะคุณเป็นผู้สแกนชุดนี้'

export function ButtonStates() {
  const [open, setOpen] = useState(false)
  const [on, setOn] = useState(true)
  const [chosen, setChosen] = useState('6000')
  return (
    <>
      <Specimen name="ปุ่ม: ปกติ เล็ก มีไอคอน ใช้ไม่ได้พร้อมเหตุผล กดค้าง">
        {looks.map(([look, word]) => (
          <div key={look} className="flex flex-col items-start gap-2">
            <Button look={look}>{word}</Button>
            <Button look={look} small icon={<Pencil size={16} aria-hidden />}>
              {word}
            </Button>
            <Button look={look} refused={refused}>
              {word}
            </Button>
          </div>
        ))}
        <Button pressed icon={<MapPin size={18} aria-hidden />}>
          เลือกอยู่
        </Button>
      </Specimen>
      <Specimen name="เมนู">
        <Menu
          look="plain"
          label="เปิดเมนู สำนักงานตัวอย่าง"
          groups={[
            {
              title: 'สำนักงาน',
              choices: [
                ['6000', 'นครสวรรค์'],
                ['6100', 'อุทัยธานี'],
              ].map(([id = '', word = '']) => ({
                id,
                word,
                chosen: chosen === id,
                act: () => setChosen(id),
              })),
            },
            {
              choices: [
                {
                  id: 'intake',
                  word: 'นำเข้าชุดสแกน',
                  icon: <FolderInput size={17} aria-hidden />,
                  keys: 'G S',
                  act: () => undefined,
                },
                { id: 'no', word: 'รับรอง', refused, act: () => undefined },
              ],
            },
          ]}
        >
          เปิดเมนู
        </Menu>
      </Specimen>
      <Specimen name="แผ่นลอย กล่องโต้ตอบ คำอธิบาย สวิตช์">
        <Popover look="plain" label="เปิดแผ่นลอย ตัวอย่าง" button="เปิดแผ่นลอย">
          <p className="max-w-72">ข้อมูลสั้น ๆ ข้างสิ่งที่กด กด Esc เพื่อปิด</p>
        </Popover>
        <Button onPress={() => setOpen(true)}>เปิดกล่องโต้ตอบ</Button>
        <Tooltip word="คำอธิบายเพิ่ม ไม่ใช่ชื่อเดียวของปุ่ม">
          <button
            type="button"
            className="min-h-10 rounded-md border border-edge bg-sheet px-4 hover:bg-sunken"
          >
            ชี้ค้างเพื่อดูคำอธิบาย
          </button>
        </Tooltip>
        <Switch on={on} onChange={setOn}>
          ใช้ปุ่มลัด
        </Switch>
        <Switch on={!on} onChange={(off) => setOn(!off)}>
          ปิดอยู่
        </Switch>
        <Dialog title="ย้ายเอกสาร 3 ฉบับ" open={open} onClose={() => setOpen(false)}>
          <p className="mb-4">เอกสารจะอยู่ในหมวดเงินสมทบ และเลิกทำได้ภายหลัง</p>
          <div className="flex justify-end gap-2">
            <Button onPress={() => setOpen(false)}>ยกเลิก</Button>
            <Button look="strong" onPress={() => setOpen(false)}>
              ย้าย
            </Button>
          </div>
        </Dialog>
      </Specimen>
    </>
  )
}
