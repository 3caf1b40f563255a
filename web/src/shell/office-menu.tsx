import { useNavigate, useRouterState } from '@tanstack/react-router'
import { ChevronDown, MapPin } from 'lucide-react'
import type { Me } from '#identity/contract'
import { textPart } from '../api/url-parts.ts'
import { Menu } from '../widgets/menu.tsx'
import { useWords } from '../words/words.ts'
import { useMyOffices } from './my-offices.ts'

/**
 * The office at work. Who works for several chooses whose files are searched; the choice stands in
 * the address, so that a copied address asks the same.
 */
export function OfficeMenu({ me }: { me: Me }) {
  const { say } = useWords()
  const navigate = useNavigate()
  const offices = useMyOffices(me)
  const search = useRouterState({ select: ({ location }) => location.search })
  const parts: Readonly<Record<string, unknown>> = { ...search }
  const office = textPart(parts['office'])
  const q = textPart(parts['q'])
  if (offices.length === 0) {
    return (
      <span className="min-w-0 truncate text-sm text-soft" title={me.officeName ?? undefined}>
        {me.officeName ?? say('me.noOffice')}
      </span>
    )
  }
  const chosen = offices.find(({ code }) => code === office)?.name ?? say('desk.allOffices')
  const asked = q === undefined ? {} : { q }
  return (
    <Menu
      label={`${chosen} ${say('desk.openOffice')}`}
      groups={[
        {
          title: say('desk.openOffice'),
          choices: [
            {
              id: 'all',
              word: say('desk.allOffices'),
              chosen: office === undefined,
              act: () => void navigate({ to: '/', search: asked }),
            },
            ...offices.map(({ code, name }) => ({
              id: code,
              word: name,
              icon: <MapPin size={17} aria-hidden />,
              chosen: code === office,
              act: () => void navigate({ to: '/', search: { ...asked, office: code } }),
            })),
          ],
        },
      ]}
    >
      <span className="max-w-56 truncate">{chosen}</span>
      <ChevronDown size={16} aria-hidden />
    </Menu>
  )
}
