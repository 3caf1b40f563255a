import { MutationCache, QueryCache, QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { RouterProvider } from '@tanstack/react-router'
import { StrictMode } from 'react'
import { I18nProvider } from 'react-aria-components'
import { createRoot } from 'react-dom/client'
import './app.css'
import { ProblemError, problemOf } from './api/problem.ts'
import { createAppRouter } from './routes.tsx'
import { chosenTheme, showTheme } from './widgets/theme.ts'
import { startWords } from './words/words.ts'

showTheme(chosenTheme())
const language = await startWords()

// Whoever is told to sign in first is asked who they are: the shell then offers the way back in.
const onError = (error: unknown) => {
  if (problemOf(error).code !== 'app.sign_in_first') return
  void queries.invalidateQueries({ queryKey: ['me'] })
}

const queries: QueryClient = new QueryClient({
  queryCache: new QueryCache({ onError }),
  mutationCache: new MutationCache({ onError }),
  defaultOptions: {
    queries: {
      // Counter PCs are shared: what left the screen is soon forgotten.
      gcTime: 60_000,
      staleTime: 5_000,
      // A refusal is an answer; only an unreachable server is asked again.
      retry: (failures, error) => !(error instanceof ProblemError) && failures < 2,
    },
  },
})
const router = createAppRouter()
const root = document.getElementById('root')
if (root !== null) {
  createRoot(root).render(
    <StrictMode>
      <I18nProvider locale={language === 'th' ? 'th-TH' : 'en-GB-u-ca-buddhist'}>
        <QueryClientProvider client={queries}>
          <RouterProvider router={router} />
        </QueryClientProvider>
      </I18nProvider>
    </StrictMode>,
  )
}
