import type { Page } from '#documents/contract'
import type { DocumentRedactions } from '#redactions/contract'
import type { Box } from './page-geometry.ts'

/** A page and the end of its pictures' addresses: it changes when other pixels stand for the page. */
export type ShownPage = Page & { look: string }

/** What stands for a page now: the youngest redaction of it that was not taken back. */
export type StandingCover = { redactionId: string; boxes: readonly Box[] }

export function standingCovers({
  redactions,
}: Pick<DocumentRedactions, 'redactions'>): Map<string, StandingCover> {
  const covers = new Map<string, StandingCover>()
  for (const { redactionId, withdrawn, pages } of redactions) {
    if (withdrawn !== null) continue
    for (const { pageId, boxes } of pages) {
      if (!covers.has(pageId)) covers.set(pageId, { redactionId, boxes })
    }
  }
  return covers
}

/** The pages as this reader sees them; `covered` asks for the renditions although one sees through. */
export function shownPages(
  pages: readonly Page[],
  known: DocumentRedactions | undefined,
  covered: boolean,
): ShownPage[] {
  const covers = known === undefined ? null : standingCovers(known)
  return pages.map((page) => {
    const cover = covers?.get(page.pageId)
    if (cover === undefined || (known?.seesThrough && !covered)) return { ...page, look: '' }
    return { ...page, look: `?covered=1&of=${cover.redactionId}` }
  })
}
