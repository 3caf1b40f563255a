import { useState } from 'react'
import { ProblemError } from '../api/problem.ts'
import { Button } from '../widgets/button.tsx'
import { Progress } from '../widgets/progress.tsx'
import { ReasonForm } from '../widgets/reason-form.tsx'
import { useToast } from '../widgets/toast.tsx'
import { Trouble } from '../widgets/trouble.tsx'
import { Wait } from '../widgets/wait.tsx'
import { Specimen } from './specimen.tsx'

const stale = new ProblemError({ code: 'record.stale', status: 409, title: '', facts: {} })

export function NoticeStates() {
  const tell = useToast()
  return (
    <>
      <Specimen name="ข้อความแจ้งผล: ทำแล้ว เลิกทำได้ ไม่สำเร็จ">
        <Button onPress={() => tell({ text: 'บันทึกแล้ว 14:05 น.' })}>แจ้งว่าทำแล้ว</Button>
        <Button
          onPress={() =>
            tell({
              text: 'ย้าย 3 ฉบับไป เงินสมทบ แล้ว',
              undo: () => tell({ text: 'ย้ายกลับแล้ว' }),
            })
          }
        >
          แจ้งพร้อมเลิกทำ
        </Button>
        <Button onPress={() => tell({ tone: 'bad', text: 'ส่งชุดไม่สำเร็จ ลองอีกครั้ง' })}>
          แจ้งว่าไม่สำเร็จ
        </Button>
      </Specimen>
      <Specimen name="ความคืบหน้า: เริ่ม กลางทาง ครบ">
        <div className="flex w-full flex-col gap-4 text-sm">
          {[0, 86, 172].map((done) => (
            <div key={done}>
              <Progress done={done} all={172} label={`ส่งแล้ว ${done} จาก 172`} />
              <p className="mt-1">{done}/172 ภาพ</p>
            </div>
          ))}
        </div>
      </Specimen>
      <Specimen name="สิ่งที่ขัดข้อง: บอกเหตุ ทางแก้ และรหัส">
        <div className="w-full">
          <Trouble error={stale} onRetry={() => undefined} />
        </div>
      </Specimen>
      <Specimen name="กำลังรอ และถามเหตุผลของการกระทำ">
        <Wait />
        <AskReason />
      </Specimen>
    </>
  )
}

function AskReason() {
  const [open, setOpen] = useState(false)
  const close = () => setOpen(false)
  return (
    <>
      <Button onPress={() => setOpen(true)}>ยกเว้นรายการนี้</Button>
      {open ? (
        <ReasonForm
          title="ยกเว้นสำเนาบัตรผู้มีอำนาจ"
          hint="เช่น นายจ้างยื่นก่อนมีแบบนี้"
          button="ยกเว้น"
          error={null}
          busy={false}
          onSend={close}
          onClose={close}
        />
      ) : null}
    </>
  )
}
