import { useState } from 'react'
import { BEDateField } from '../widgets/be-date-field.tsx'
import { Checkbox } from '../widgets/checkbox.tsx'
import type { ChoiceWord } from '../widgets/choice-row.tsx'
import { ComboBox } from '../widgets/combo-box.tsx'
import { Field } from '../widgets/field.tsx'
import { RadioGroup } from '../widgets/radio-group.tsx'
import { SecretField } from '../widgets/secret-field.tsx'
import { Select } from '../widgets/select.tsx'
import { Specimen } from './specimen.tsx'

const types: readonly ChoiceWord[] = [
  { id: 'sps-1-01', word: 'สปส. 1-01', more: 'แบบขึ้นทะเบียนนายจ้าง' },
  { id: 'sps-6-15', word: 'สปส. 6-15', more: 'แจ้งเปลี่ยนแปลงข้อเท็จจริง' },
  { id: 'certificate', word: 'หนังสือรับรองนิติบุคคล' },
  { id: 'map', word: 'แผนที่ตั้งสถานประกอบการ' },
]
const purposes: readonly ChoiceWord[] = [
  { id: 'act', word: 'ปฏิบัติตาม พ.ร.บ.' },
  { id: 'case', word: 'พิจารณาคดี', more: 'ต้องระบุเลขคดี' },
  { id: 'owner', word: 'คำขอของเจ้าของแฟ้ม' },
]

export function FieldStates() {
  const [date, setDate] = useState('2020-03-12')
  const [old, setOld] = useState('1939-02-15')
  const [empty, setEmpty] = useState('')
  const [type, setType] = useState<string | null>(null)
  const [purpose, setPurpose] = useState('act')
  const [checked, setChecked] = useState(true)
  return (
    <>
      <Specimen name="ช่องข้อความ: ว่าง กรอกแล้ว ผิด ใช้ไม่ได้">
        <div className="grid w-full gap-4 sm:grid-cols-2">
          <Field label="ชื่อชุด" hint="เช่น ตู้ 12 ชั้น 4">
            {(given) => <input {...given} className="field" placeholder="ชุดสแกน" />}
          </Field>
          <Field label="ผู้สแกน">
            {(given) => <input {...given} className="field" defaultValue="ธีระ ปู่ฐู ตัวอย่าง" />}
          </Field>
          <Field label="เลขที่บัญชี" hint="เลขที่บัญชีมี 10 หลัก พิมพ์มาแล้ว 9 หลัก">
            {(given) => (
              <input {...given} className="field" aria-invalid defaultValue="60-1000412" />
            )}
          </Field>
          <Field label="สำนักงาน">
            {(given) => <input {...given} className="field" disabled defaultValue="นครสวรรค์" />}
          </Field>
          <Field label="รหัสผ่าน">
            {(given) => <SecretField {...given} autoComplete="off" defaultValue="ปู่ฐูญู" />}
          </Field>
        </div>
      </Specimen>
      <Specimen name="วันที่ พ.ศ.: รับแล้ว ต้องตรวจ ว่าง ใช้ไม่ได้">
        <div className="grid w-full gap-4 sm:grid-cols-2">
          <BEDateField label="วันที่เอกสาร" value={date} onCommit={setDate} />
          <BEDateField label="วันที่ก่อนปี 2484" value={old} onCommit={setOld} />
          <BEDateField label="วันที่รับ" value={empty} onCommit={setEmpty} precision="day" />
          <BEDateField label="วันที่ล็อกไว้" value="2005-03" onCommit={setDate} disabled />
        </div>
      </Specimen>
      <Specimen name="เลือกหนึ่งจากน้อย และหนึ่งจากมาก (พิมพ์หา ไม่ต้องมีวรรณยุกต์)">
        <div className="grid w-full gap-4 sm:grid-cols-2">
          <Select
            label="แบบ"
            choices={types}
            value={type}
            onChange={setType}
            placeholder="เลือกแบบ"
          />
          <ComboBox label="ประเภทเอกสาร" choices={types} value={type} onChange={setType} />
          <Select label="ใช้ไม่ได้" choices={types} value="map" onChange={setType} disabled />
          <Select
            label="ยังไม่ได้เลือก"
            hint="เลือกแบบก่อนบันทึก"
            choices={types}
            value={null}
            onChange={setType}
            placeholder="เลือกแบบ"
            invalid
          />
        </div>
      </Specimen>
      <Specimen name="กล่องเลือกและปุ่มเลือก">
        <div className="flex flex-col">
          <Checkbox checked={checked} onChange={setChecked}>
            ฉบับปกปิดข้อมูลส่วนบุคคล
          </Checkbox>
          <Checkbox checked={!checked} onChange={(no) => setChecked(!no)}>
            ลายน้ำ
          </Checkbox>
          <Checkbox checked={false} some onChange={setChecked}>
            บางรายการ
          </Checkbox>
          <Checkbox checked disabled onChange={setChecked}>
            ต้องมีเสมอ
          </Checkbox>
        </div>
        <RadioGroup label="เพื่อ" choices={purposes} value={purpose} onChange={setPurpose} />
        <RadioGroup
          label="หน้า"
          inline
          disabled
          choices={[
            { id: 'all', word: 'ทั้งหมด' },
            { id: 'some', word: 'เฉพาะ' },
          ]}
          value="all"
          onChange={setPurpose}
        />
      </Specimen>
    </>
  )
}
