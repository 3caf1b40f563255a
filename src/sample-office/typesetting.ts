import { join } from 'node:path'
import { isFontInstalled, startTypesetter as start, type Typeset } from '#platform/typesetting'

/** Font families by the folder of their package; only the first is a dependency of production. */
const families = {
  Sarabun: 'sarabun',
  'Noto Sans Thai': 'noto-sans-thai',
  'IBM Plex Sans Thai Looped': 'ibm-plex-sans-thai-looped',
  Trirong: 'trirong',
  Niramit: 'niramit',
  'Bai Jamjuree': 'bai-jamjuree',
} as const
export type FontFamily = keyof typeof families

export type Typesetter = {
  /** The families that are installed here, Sarabun always among them. */
  fonts: readonly FontFamily[]
  pdf(paper: string): Typeset
}

/** Starts Typst with the templates of this folder and the fonts that npm installed. */
export function startTypesetter(): Typesetter {
  const present = (Object.keys(families) as FontFamily[]).filter((family) =>
    isFontInstalled(families[family]),
  )
  const typesetter = start({
    folder: join(import.meta.dirname, 'templates'),
    template: 'paper.typ',
    fonts: present.map((family) => families[family]),
  })
  return { fonts: present, pdf: (paper) => typesetter.pdf(paper) }
}
