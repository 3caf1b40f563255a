import { Download } from 'lucide-react'
import { sayCount } from '../words/numbers.ts'
import { sayWhen } from '../words/say-when.ts'
import { useWords } from '../words/words.ts'
import { useCertified } from './certify-query.ts'

/** What was certified, with its evidence to download. */
export function CertifiedList() {
  const { say } = useWords()
  const certified = useCertified()
  const list = certified.data?.certifications ?? []
  if (list.length === 0) return null
  return (
    <section className="border-t border-line px-4 py-3">
      <h2 className="mb-1 text-sm text-soft">{say('certify.done')}</h2>
      <ul className="text-sm">
        {list.map(({ batchId, number, certifiedAt, documents }) => (
          <li key={batchId} className="flex items-baseline gap-3 py-1">
            <b>{number}</b>
            <span className="text-soft">
              {sayWhen(certifiedAt, new Date(), say)} ·{' '}
              {say('certify.docs', { documents: sayCount(documents) })}
            </span>
            <a
              href={`/api/certifications/${batchId}/evidence.json`}
              download
              className="ml-auto inline-flex min-h-8 items-center gap-1 rounded-md px-2 text-brand hover:bg-brand-tint"
            >
              <Download size={15} aria-hidden />
              {say('certify.evidence')}
            </a>
          </li>
        ))}
      </ul>
    </section>
  )
}
