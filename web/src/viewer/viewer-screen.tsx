import { useQuery } from '@tanstack/react-query'
import { useParams } from '@tanstack/react-router'
import { problemOf } from '../api/problem.ts'
import { NotFound } from '../shell/not-found.tsx'
import { Trouble } from '../widgets/trouble.tsx'
import { Wait } from '../widgets/wait.tsx'
import { documentQuery } from './document-query.ts'
import { OpenDocument } from './open-document.tsx'

export function ViewerScreen() {
  const { documentId } = useParams({ from: '/documents/$documentId' })
  const document = useQuery(documentQuery(documentId))
  if (document.isPending) return <Wait />
  if (document.isError) {
    if (problemOf(document.error).status === 404) return <NotFound />
    return (
      <div className="p-8">
        <Trouble error={document.error} onRetry={() => void document.refetch()} />
      </div>
    )
  }
  return <OpenDocument key={documentId} document={document.data} />
}
