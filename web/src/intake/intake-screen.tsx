import { useWords } from '../words/words.ts'
import { BatchTable } from './batch-table.tsx'
import { UploadPanel } from './upload-panel.tsx'

export function IntakeScreen() {
  const { say } = useWords()
  return (
    <div className="mx-auto flex max-w-[1240px] flex-col gap-4 px-4 py-5 sm:px-8">
      <h1 className="text-xl">{say('intake.title')}</h1>
      <UploadPanel />
      <BatchTable />
    </div>
  )
}
