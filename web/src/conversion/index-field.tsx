import { Check, TriangleAlert } from 'lucide-react'
import { useState } from 'react'
import { arabicDigits, formatAccountNo } from '#thai-text'
import { BEDateField } from '../widgets/be-date-field.tsx'
import { ComboBox } from '../widgets/combo-box.tsx'
import { Field } from '../widgets/field.tsx'
import { Select } from '../widgets/select.tsx'
import { percentOf } from '../words/numbers.ts'
import { inBangkok } from '../words/say-when.ts'
import { useWords } from '../words/words.ts'
import { sayReason, sayValue, sections, useTypeChoices } from './field-words.ts'
import type { SharedField } from './shared-index.ts'

type Props = {
  field: SharedField
  disabled: boolean
  onTake: (value: string | null) => void
  onProposal: () => void
}

/**
 * One field of the index. Grey when machine and person agree; yellow with the machine's proposal, which
 * Enter takes, when they do not.
 */
export function IndexFieldRow({ field, disabled, onTake, onProposal }: Props) {
  const look =
    field.state === 'disagree'
      ? 'border-warn bg-warn-tint'
      : field.state === 'agree'
        ? 'border-transparent text-soft'
        : 'border-transparent'
  return (
    <div data-field={field.field} className={`rounded-md border px-2 py-1 ${look}`}>
      <FieldInput field={field} disabled={disabled} onTake={onTake} />
      <ProposalLine field={field} disabled={disabled} onPress={onProposal} />
    </div>
  )
}

type LineProps = { field: SharedField; disabled: boolean; onPress: () => void }

function ProposalLine({ field, disabled, onPress }: LineProps) {
  const { say, language } = useWords()
  const types = useTypeChoices()
  const { proposal, state, kind } = field
  if (proposal === null) return null
  const sure = say('index.sure', { percent: percentOf(proposal.confidence * 1000, 1000) })
  const why = `${sayReason(proposal, say)} ${sure}`
  if (state === 'agree') {
    return (
      <p className="flex items-center gap-1 text-xs text-soft">
        <Check size={14} className="text-good" aria-hidden /> {say('index.agrees')} · {why}
      </p>
    )
  }
  const value = sayValue(kind, proposal.value, { say, types })
  const title = language === 'th' ? field.titleTh : field.titleEn
  return (
    <button
      type="button"
      data-proposal
      disabled={disabled}
      onClick={onPress}
      className="mt-1 flex w-full items-start gap-2 rounded-md border border-warn bg-mark/40 px-2 py-1 text-left text-sm hover:bg-mark"
    >
      <TriangleAlert size={16} className="mt-0.5 shrink-0 text-warn" aria-hidden />
      <span className="min-w-0 flex-1">
        <span className="sr-only">{say('index.takeLabel', { field: title })}</span>
        <b className="block">{value}</b>
        <span className="block text-xs text-soft">{why}</span>
      </span>
      <kbd className="key mt-0.5 whitespace-nowrap">{say('index.take')}</kbd>
    </button>
  )
}

type InputProps = Omit<Props, 'onProposal'>

function FieldInput({ field, disabled, onTake }: InputProps) {
  const { say, language } = useWords()
  const types = useTypeChoices()
  const name = language === 'th' ? field.titleTh : field.titleEn
  const label = field.required ? `${name} *` : name
  const hint = field.mixed ? { hint: say('index.mixed') } : {}
  if (field.kind === 'type') {
    return (
      <ComboBox label={label} {...hint} choices={types} value={field.value} onChange={onTake} />
    )
  }
  if (field.kind === 'section') {
    const choices = sections.map((code) => ({ id: code, word: say(`fileSection.${code}`) }))
    return (
      <Select
        {...{ label, choices, disabled, ...hint }}
        value={field.value}
        onChange={onTake}
        placeholder={say('index.byType')}
      />
    )
  }
  if (field.kind === 'date') {
    return (
      <BEDateField
        label={label}
        {...hint}
        value={field.value ?? ''}
        latest={inBangkok(new Date()).date}
        disabled={disabled}
        onCommit={(value) => onTake(value === '' || value === 'none' ? null : value)}
      />
    )
  }
  return <TextInput {...{ field, label, disabled, onTake, ...hint }} />
}

const shapes = {
  account: /^[0-9A-Zก-ฮ]{1,20}$/,
  branch: /^\d{6}$/,
  number: /^[\dA-Za-z./-]{1,60}$/,
  'person-no': /^\d{13}$/,
} as const

function plainOf(kind: SharedField['kind'], typed: string): string {
  const text = arabicDigits(typed).trim()
  return kind === 'text' ? text : text.replaceAll(/[\s-]/g, '')
}

type TextProps = InputProps & { label: string; hint?: string }

function TextInput({ field, label, hint, disabled, onTake }: TextProps) {
  const { say } = useWords()
  const { kind, value } = field
  const shown = value === null ? '' : kind === 'account' ? formatAccountNo(value) : value
  const [typed, setTyped] = useState(shown)
  const [seen, setSeen] = useState(shown)
  if (shown !== seen) {
    setSeen(shown)
    setTyped(shown)
  }
  const plain = plainOf(kind, typed)
  const shape =
    kind === 'text' || kind === 'type' || kind === 'section' || kind === 'date'
      ? null
      : shapes[kind]
  const wrong = plain !== '' && shape !== null && !shape.test(plain)
  function take() {
    if (wrong || typed === shown) return
    const next = plain === '' ? null : plain
    if (next !== value) onTake(next)
  }
  const help = wrong ? { hint: say('index.wrongShape') } : hint === undefined ? {} : { hint }
  return (
    <Field label={label} {...help}>
      {(given) => (
        <input
          {...given}
          className="field h-9"
          value={typed}
          maxLength={500}
          disabled={disabled}
          aria-invalid={wrong}
          inputMode={kind === 'text' ? 'text' : 'numeric'}
          autoComplete="off"
          onChange={({ target }) => setTyped(target.value)}
          onBlur={take}
          onKeyDown={(event) => {
            if (event.nativeEvent.isComposing) return
            if (event.code === 'Enter' || event.code === 'NumpadEnter') take()
            else if (event.code === 'Escape' && typed !== shown) {
              event.stopPropagation()
              setTyped(shown)
            }
          }}
        />
      )}
    </Field>
  )
}
