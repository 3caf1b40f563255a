import type { EmployerFile } from '#documents/contract'
import { sayCount } from '../words/numbers.ts'
import { useWords } from '../words/words.ts'

type Props = {
  file: EmployerFile
  section: string | undefined
  onChoose: (section: string | undefined) => void
}

export function SectionList({ file, section, onChoose }: Props) {
  const { say, language } = useWords()
  const rows = [
    { code: undefined, title: say('file.allSections'), documents: file.documents.length },
    ...[...file.sections]
      .sort((a, b) => a.order - b.order)
      .map(({ code, titleTh, titleEn, documents }) => ({
        code,
        title: language === 'th' ? titleTh : titleEn,
        documents,
      })),
  ]
  return (
    <nav aria-label={say('file.sections')} className="min-h-0 overflow-auto px-3 py-3">
      <h2 className="px-2 pb-1 text-sm text-soft">{say('file.sections')}</h2>
      {rows.map(({ code, title, documents }) => (
        <button
          key={code ?? ''}
          type="button"
          aria-current={code === section}
          onClick={() => onChoose(code)}
          className={`flex w-full items-baseline justify-between gap-2 rounded-md px-2 py-1.5 text-left text-sm ${code === section ? 'bg-brand-tint font-semibold text-brand' : documents === 0 ? 'text-soft hover:bg-sunken' : 'hover:bg-sunken'}`}
        >
          <span>{title}</span>
          <span>{sayCount(documents)}</span>
        </button>
      ))}
    </nav>
  )
}
