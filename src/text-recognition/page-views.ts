import { type BlobStore, blobKey } from '#platform/blobs'
import type { Images } from '#platform/images'
import { derivedKey, keepOnce, type PageImage, uprightOf } from './keep-once.ts'
import type { PageBox } from './recognised-page.ts'

export type ViewKind = 'view' | 'thumbnail'

/** Part of the key. Raised when `renderViews` of #platform/images draws in another way. */
const viewRecipe = 1

export const stripLimits = { height_px_max: 160 }

/** WebP pictures of pages for the screen. Refusals are those of #platform/images. */
export type PageViews = {
  /** 1,240 px wide at most. */
  view(page: PageImage): Promise<Uint8Array>
  /** 180 px wide at most. */
  thumbnail(page: PageImage): Promise<Uint8Array>
  /** The part of the page as shown in `box` (fractions), for looking at one line; drawn anew each time. */
  strip(page: PageImage, box: PageBox): Promise<Uint8Array>
  /** Draws view and thumbnail if they are not kept yet. */
  prepare(page: PageImage): Promise<void>
}

type Sources = { store: BlobStore; images: Images; derived: BlobStore }

/** Views are drawn on first request, once however many ask, and kept in the derived store. */
export function createPageViews({ store, images, derived }: Sources): PageViews {
  const drawing = new Map<string, Promise<Record<ViewKind, Uint8Array>>>()

  function draw(page: PageImage): Promise<Record<ViewKind, Uint8Array>> {
    const name = viewKey('view', page)
    const running = drawing.get(name)
    if (running !== undefined) return running
    const started = drawBoth(page).finally(() => drawing.delete(name))
    drawing.set(name, started)
    return started
  }

  async function drawBoth(page: PageImage): Promise<Record<ViewKind, Uint8Array>> {
    // From one decoding. The thumbnail first: `prepare` takes a view that is kept to mean both.
    const source = await store.path(blobKey(page.sha256))
    const drawn = await images.renderViews(source, page.pageIndex, uprightOf(page))
    const keep = (kind: ViewKind) =>
      keepOnce(derived, viewKey(kind, page), async () => drawn[kind].bytes)
    const thumbnail = await keep('thumbnail')
    return { thumbnail, view: await keep('view') }
  }

  async function drawn(page: PageImage, kind: ViewKind): Promise<Uint8Array> {
    return (await derived.read(viewKey(kind, page))) ?? (await draw(page))[kind]
  }

  return {
    view: (page) => drawn(page, 'view'),
    thumbnail: (page) => drawn(page, 'thumbnail'),
    async strip(page, [x, y, width, height]) {
      const source = await store.path(blobKey(page.sha256))
      const options = { box: { x, y, width, height }, ...stripLimits, upright: uprightOf(page) }
      return (await images.cropStrip(source, page.pageIndex, options)).bytes
    },
    async prepare(page) {
      if ((await derived.size(viewKey('view', page))) === null) await draw(page)
    },
  }
}

function viewKey(kind: ViewKind, page: PageImage): string {
  return derivedKey(`view/${kind}-${viewRecipe}`, page, 'webp')
}
