import { useQueryClient } from '@tanstack/react-query'
import { FileUp, FolderUp, UploadCloud } from 'lucide-react'
import { useRef, useState } from 'react'
import { formatDate } from '#thai-text'
import { useRefused } from '../shell/me.ts'
import { Button } from '../widgets/button.tsx'
import { Field } from '../widgets/field.tsx'
import { Progress } from '../widgets/progress.tsx'
import { Trouble } from '../widgets/trouble.tsx'
import { sayCount, saySize } from '../words/numbers.ts'
import { inBangkok } from '../words/say-when.ts'
import { useWords } from '../words/words.ts'
import { chosenOf, droppedFiles } from './chosen-files.ts'
import { planUpload } from './plan-upload.ts'
import { type Chosen, type Step, sendBatch } from './send-batch.ts'

type Upload =
  | { state: 'empty' }
  | { state: 'chosen'; error: unknown; stopped: boolean }
  | { state: 'sending'; step: Step }
  | { state: 'received'; received: number; duplicates: number }

type Stack = ReturnType<typeof planUpload<Chosen>> & { label: string; ids: string[] }

export function UploadPanel() {
  const { say } = useWords()
  const queries = useQueryClient()
  const refused = useRefused('intake.receive')
  const [upload, setUpload] = useState<Upload>({ state: 'empty' })
  const [stack, setStack] = useState<Stack | null>(null)
  const stop = useRef<AbortController>(null)

  function choose(files: Chosen[]) {
    if (refused !== null || files.length === 0) return
    const { date, time } = inBangkok(new Date())
    const folder = files[0]?.path.includes('/') ? files[0].path.split('/')[0] : undefined
    const label =
      folder ?? say('intake.labelDefault', { date: `${formatDate(date, 'day', 'short')} ${time}` })
    setStack({ ...planUpload(files), label, ids: [] })
    setUpload({ state: 'chosen', error: null, stopped: false })
  }

  async function send(sent: Stack) {
    const controller = new AbortController()
    stop.current = controller
    try {
      const done = await sendBatch({
        files: sent.send,
        label: sent.label.trim(),
        ids: (part) => {
          sent.ids[part] ??= crypto.randomUUID()
          return sent.ids[part]
        },
        signal: controller.signal,
        progress: (step) => setUpload({ state: 'sending', step }),
      })
      setUpload({ state: 'received', ...done })
      setStack(null)
      await queries.invalidateQueries({ queryKey: ['batches'] })
    } catch (error) {
      const stopped = controller.signal.aborted
      setUpload({ state: 'chosen', error: stopped ? null : error, stopped })
    }
  }

  function clear() {
    setStack(null)
    setUpload({ state: 'empty' })
  }

  return (
    <section className="sheet p-4">
      {stack === null ? (
        <DropZone refused={refused} onChoose={choose} />
      ) : (
        <ChosenStack
          stack={stack}
          upload={upload}
          onLabel={(label) => setStack({ ...stack, label })}
          onSend={() => void send(stack)}
          onStop={() => stop.current?.abort()}
          onClear={clear}
        />
      )}
      {upload.state === 'received' ? (
        <p role="status" className="mt-3 rounded-md bg-good-tint px-3 py-2 text-good">
          {say('intake.received', {
            received: sayCount(upload.received),
            duplicates: sayCount(upload.duplicates),
          })}
        </p>
      ) : null}
    </section>
  )
}

type DropProps = { refused: string | null; onChoose: (files: Chosen[]) => void }

function DropZone({ refused, onChoose }: DropProps) {
  const { say } = useWords()
  const [over, setOver] = useState(false)
  const files = useRef<HTMLInputElement>(null)
  const folder = useRef<HTMLInputElement>(null)
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: dropping has two buttons beside it
    <div
      onDragOver={(event) => {
        event.preventDefault()
        setOver(true)
      }}
      onDragLeave={() => setOver(false)}
      onDrop={(event) => {
        event.preventDefault()
        setOver(false)
        void droppedFiles(event.dataTransfer).then(onChoose)
      }}
      className={`flex flex-wrap items-center gap-x-5 gap-y-3 rounded-lg border-2 border-dashed px-4 py-5 sm:px-6 sm:py-6 ${over ? 'border-brand bg-brand-tint' : 'border-edge'}`}
    >
      <UploadCloud size={40} className="shrink-0 text-brand" aria-hidden />
      <div className="min-w-60 flex-1">
        <p className="font-semibold">{say('intake.drop')}</p>
        <p className="text-sm text-soft">{say('intake.dropHelp')}</p>
      </div>
      <Button
        look="strong"
        refused={refused}
        icon={<FileUp size={18} aria-hidden />}
        onPress={() => files.current?.click()}
      >
        {say('intake.files')}
      </Button>
      <Button
        refused={refused}
        icon={<FolderUp size={18} aria-hidden />}
        onPress={() => folder.current?.click()}
      >
        {say('intake.folder')}
      </Button>
      <input
        ref={files}
        type="file"
        multiple
        hidden
        accept=".tif,.tiff,.jpg,.jpeg,.png,.pdf"
        onChange={(event) => onChoose(chosenOf(event.target.files ?? []))}
      />
      <input
        ref={folder}
        type="file"
        multiple
        hidden
        {...{ webkitdirectory: '' }}
        onChange={(event) => onChoose(chosenOf(event.target.files ?? []))}
      />
    </div>
  )
}

type StackProps = {
  stack: Stack
  upload: Upload
  onLabel: (label: string) => void
  onSend: () => void
  onStop: () => void
  onClear: () => void
}

function ChosenStack({ stack, upload, onLabel, onSend, onStop, onClear }: StackProps) {
  const { say } = useWords()
  const bytes = stack.send.reduce((sum, { size }) => sum + size, 0)
  const sending = upload.state === 'sending'
  const nothing = stack.send.length === 0 || stack.label.trim() === ''
  return (
    <div className="flex flex-col gap-3">
      <div className="flex flex-wrap items-end gap-3">
        <div className="w-96 max-w-full">
          <Field label={say('intake.label')}>
            {(given) => (
              <input
                {...given}
                className="field"
                maxLength={300}
                readOnly={sending}
                value={stack.label}
                onChange={(event) => onLabel(event.target.value)}
              />
            )}
          </Field>
        </div>
        <p className="flex-1 pb-2">
          {say('intake.chosen', { count: sayCount(stack.send.length), size: saySize(bytes) })}
        </p>
        {sending ? (
          <Button onPress={onStop}>{say('intake.stop')}</Button>
        ) : (
          <>
            <Button onPress={onClear}>{say('intake.clear')}</Button>
            <Button look="strong" refused={nothing ? say('intake.drop') : null} onPress={onSend}>
              {say('intake.send')}
            </Button>
          </>
        )}
      </div>
      {stack.skipped === 0 ? null : (
        <p className="text-sm text-soft">{say('intake.skipped', { count: stack.skipped })}</p>
      )}
      {stack.tooLarge.length === 0 ? null : (
        <p className="text-sm text-warn">
          {say('intake.tooLarge', { names: stack.tooLarge.map(({ name }) => name).join(' · ') })}
        </p>
      )}
      {sending ? <StepLine step={upload.step} /> : null}
      {upload.state === 'chosen' && upload.stopped ? (
        <p role="status">{say('intake.stopped')}</p>
      ) : null}
      {upload.state === 'chosen' && upload.error !== null ? (
        <Trouble error={upload.error} onRetry={onSend} />
      ) : null}
    </div>
  )
}

function StepLine({ step }: { step: Step }) {
  const { say } = useWords()
  const counted = step.step === 'hashing' || step.step === 'sending'
  const words = say(
    `intake.${step.step}`,
    counted ? { done: sayCount(step.done), total: sayCount(step.total) } : {},
  )
  return (
    <div>
      <p role="status" className="text-sm">
        {words}
      </p>
      <Progress
        done={counted ? step.done : step.step === 'receiving' ? 1 : 0}
        all={counted ? step.total : 1}
        label={words}
      />
    </div>
  )
}
