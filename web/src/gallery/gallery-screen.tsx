import { type ReactNode, useState } from 'react'
import { useMe } from '../shell/me.ts'
import { NotFound } from '../shell/not-found.tsx'
import { Tabs } from '../widgets/tabs.tsx'
import { ButtonStates } from './button-states.tsx'
import { FieldStates } from './field-states.tsx'
import { ListStates } from './list-states.tsx'
import { NoticeStates } from './notice-states.tsx'
import { TypeAndColour } from './type-and-colour.tsx'

const parts: readonly { id: string; word: string; panel: ReactNode }[] = [
  { id: 'type', word: 'ตัวอักษรและสี', panel: <TypeAndColour /> },
  { id: 'buttons', word: 'ปุ่มและเมนู', panel: <ButtonStates /> },
  { id: 'fields', word: 'ช่องกรอก', panel: <FieldStates /> },
  { id: 'lists', word: 'รายการและตาราง', panel: <ListStates /> },
  { id: 'notices', word: 'ข้อความและความคืบหน้า', panel: <NoticeStates /> },
]

/**
 * Every widget in every state, for those who build screens; in the sample office only. Its words are
 * specimens and stand here, not in the files of words.
 */
export function GalleryScreen() {
  const { data: me } = useMe()
  const [part, setPart] = useState('type')
  if (me === undefined || me.samplePeople.length === 0) return <NotFound />
  return (
    <div lang="th" className="mx-auto max-w-[1100px] px-4 py-5 sm:px-8">
      <h1 className="mb-3 text-xl">แผ่นตัวอย่างหน้าจอ</h1>
      <Tabs label="หมวดตัวอย่าง" tabs={parts} chosen={part} onChoose={setPart} />
    </div>
  )
}
