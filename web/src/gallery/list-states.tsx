import { useState } from 'react'
import type { ChoiceWord } from '../widgets/choice-row.tsx'
import { Highlighted } from '../widgets/highlighted.tsx'
import { StatusChip } from '../widgets/status-chip.tsx'
import { type Sorting, Table, type TableColumn } from '../widgets/table.tsx'
import { TagGroup } from '../widgets/tag-group.tsx'
import { Specimen } from './specimen.tsx'

const rows = [
  { id: '6010004128', name: 'หจก. ศรีสุวรรณการช่าง', pages: 160 },
  { id: '6010015332', name: 'บจก. ท่าข้าวศรีสุวรรณ', pages: 62 },
  { id: '6010020077', name: 'บจก. นครสวรรค์การเกษตร', pages: 1204 },
]
const columns: readonly TableColumn<(typeof rows)[number]>[] = [
  { id: 'name', word: 'ชื่อ', sortable: true, cell: ({ name }) => name },
  { id: 'id', word: 'เลขที่บัญชี', cell: ({ id }) => id },
  { id: 'pages', word: 'หน้า', number: true, sortable: true, cell: ({ pages }) => pages },
]
const thai = new Intl.Collator('th')
const statuses = ['active', 'paused', 'no-employees', 'ceased', 'transferred'] as const
const others = ['merged', 'bankrupt', 'deceased', 'unknown'] as const

export function ListStates() {
  const [sorting, setSorting] = useState<Sorting>({ column: 'name', ascending: true })
  const [tags, setTags] = useState<readonly ChoiceWord[]>([
    { id: 'year', word: 'ปี 2563' },
    { id: 'type', word: 'สปส. 6-15' },
    { id: 'office', word: 'นครสวรรค์' },
  ])
  const sorted = [...rows].sort((a, b) => {
    const order = sorting.column === 'pages' ? a.pages - b.pages : thai.compare(a.name, b.name)
    return sorting.ascending ? order : -order
  })
  return (
    <>
      <Specimen name="ตาราง: เรียงได้ และว่าง">
        <div className="flex w-full flex-col gap-4">
          <Table
            label="นายจ้างตัวอย่าง"
            columns={columns}
            rows={sorted}
            idOf={({ id }) => id}
            sorting={sorting}
            onSort={setSorting}
            onOpen={() => undefined}
            empty=""
          />
          <Table
            label="ตารางว่าง"
            columns={columns}
            rows={[]}
            idOf={({ id }) => id}
            empty="ยังไม่มีนายจ้างในรายการ เริ่มจากนำเข้าทะเบียน"
          />
        </div>
      </Specimen>
      <Specimen name="ตัวกรองที่นำออกได้">
        <TagGroup
          label="ตัวกรอง"
          tags={tags}
          onRemove={(id) => setTags(tags.filter((tag) => tag.id !== id))}
          none="ไม่มีตัวกรอง"
        />
      </Specimen>
      <Specimen name="คำที่พบ: ตรงตัว และใกล้เคียง">
        <p>
          <Highlighted text="หจก. ศรีสุวรรณการช่าง" ranges={[[5, 14]]} />
        </p>
        <p>
          <Highlighted text="บจก. ปู่ฐูญูที่น้ำ" ranges={[[5, 13]]} similar />
        </p>
      </Specimen>
      <Specimen name="สถานะ: ไอคอนและคำ ไม่ใช่สีอย่างเดียว">
        {[...statuses, ...others].map((status) => (
          <StatusChip key={status} status={status} />
        ))}
      </Specimen>
    </>
  )
}
