import { createContext, use } from 'react'

/** What any screen may ask of the shell around it. */
export type Desk = {
  /** Opens search and commands, with `typed` in the box. */
  openPalette: (typed?: string) => void
  openHelp: () => void
  openPassword: () => void
}

const nothing = () => undefined

export const DeskContext = createContext<Desk>({
  openPalette: nothing,
  openHelp: nothing,
  openPassword: nothing,
})

export function useDesk(): Desk {
  return use(DeskContext)
}
