import { Link, useNavigate } from '@tanstack/react-router'
import type { Me } from '#identity/contract'
import { useKeys } from '../widgets/keys.ts'
import { useWords } from '../words/words.ts'
import { type Place, placesFor } from './places.ts'

/** The screens: at the left of an office PC, at the foot of a telephone. */
export function Rail({ me }: { me: Me }) {
  const { say } = useWords()
  return (
    <nav
      aria-label={say('nav.label')}
      className="z-20 flex justify-around gap-1 max-sm:overflow-x-auto border-line bg-sheet max-sm:border-t max-sm:py-1 sm:flex-col sm:items-center sm:justify-start sm:border-r sm:py-3"
    >
      {placesFor(me.actions).map((place) => (
        <RailLink key={place.to} place={place} may={me.actions.includes(place.action)} />
      ))}
    </nav>
  )
}

function RailLink({ place, may }: { place: Place; may: boolean }) {
  const { say } = useWords()
  const navigate = useNavigate()
  useKeys(`g>${place.key}`, () => {
    if (may) void navigate({ to: place.to })
  })
  const word = say(place.word)
  const look = may
    ? 'text-soft hover:bg-sunken hover:text-ink data-[status=active]:bg-brand-tint data-[status=active]:text-brand'
    : 'cursor-not-allowed text-edge'
  return (
    <Link
      to={place.to}
      disabled={!may}
      activeOptions={{ exact: place.to === '/', includeSearch: false }}
      aria-label={word}
      {...(may ? {} : { 'aria-description': say('app.forbidden') })}
      className={`group relative flex h-12 min-w-20 flex-col items-center sm:min-w-15 justify-center rounded-lg px-1 max-sm:flex-1 sm:h-13 sm:w-19 ${look}`}
    >
      <place.icon size={22} aria-hidden />
      <span aria-hidden className="text-[13px] leading-[1.5] whitespace-nowrap">
        {word}
      </span>
      <span
        aria-hidden
        className="pointer-events-none absolute left-20 z-30 hidden rounded-md bg-ink px-2.5 py-1 text-sm whitespace-nowrap text-sheet sm:group-hover:block sm:group-focus-visible:block"
      >
        {may ? `G ${place.key.toUpperCase()}` : say('app.forbidden')}
      </span>
    </Link>
  )
}
