import OpenSeadragon from 'openseadragon'
import type { Page } from '#documents/contract'
import { type Box, pagesToHold, viewBox } from './page-geometry.ts'

/** The width of a view image: one of its pixels is one of the screen's at actual size. */
const viewPixelsWide = 1240

/** What of the page is seen: the centre in page widths, and the zoom. */
export type Place = { x: number; y: number; zoom: number }

type Held = {
  thumbnail: OpenSeadragon.TiledImage | null
  view: OpenSeadragon.TiledImage | null
  gone: boolean
}
type Adding = { picture: 'thumbnail' | 'view'; index: number; images: Held }

/** The page on screen, with its neighbours decoded behind it; turning is a change of opacity. */
export type PageImage = {
  show: (index: number) => void
  centre: (box: Box) => void
  zoomBy: (factor: number) => void
  fit: (how: 'width' | 'whole' | 'actual') => void
  rotate: () => void
  /** Tells each place that the reader moved to; gives what ends the telling. */
  onMove: (listen: (place: Place) => void) => () => void
  moveTo: (place: Place) => void
  /** Lies over the page and moves with it. */
  overlay: HTMLElement
  close: () => void
}

export function openPageImage(element: HTMLElement, pages: readonly Page[]): PageImage {
  const viewer = OpenSeadragon({
    element,
    showNavigationControl: false,
    keyboardNavEnabled: false,
    drawer: 'canvas',
    // Else the first image that arrives would undo the place that was asked for.
    preserveViewport: true,
    animationTime: matchMedia('(prefers-reduced-motion: reduce)').matches ? 0 : 0.25,
    gestureSettingsMouse: { clickToZoom: false, dblClickToZoom: true, flickEnabled: false },
    minZoomImageRatio: 0.5,
    maxZoomPixelRatio: 4,
    visibilityRatio: 0.4,
    imageLoaderLimit: 4,
    preserveImageSizeOnResize: true,
  })
  const held = new Map<number, Held>()
  const overlay = document.createElement('div')
  let current = -1
  let closed = false

  const form = (index: number) => {
    const [wide, high] = pages[index]?.pixels ?? [1, 1]
    return high / wide
  }
  const place = (index: number) => new OpenSeadragon.Rect(0, 0, 1, form(index))

  /** The thumbnail stands in until the view has come, so that a cold page is never white. */
  function hold(index: number) {
    const page = pages[index]
    if (page === undefined || held.has(index)) return
    const images: Held = { thumbnail: null, view: null, gone: false }
    held.set(index, images)
    add(page, { picture: 'thumbnail', index, images })
    add(page, { picture: 'view', index, images })
  }

  function add(page: Page, { picture, index, images }: Adding) {
    viewer.addTiledImage({
      tileSource: {
        type: 'image',
        url: `/api/pages/${page.pageId}/${picture}.webp`,
        buildPyramid: false,
      },
      x: 0,
      y: 0,
      width: 1,
      preload: true,
      opacity: index === current ? 1 : 0,
      success: (event) => {
        const { item } = Object(event)
        if (closed || !(item instanceof OpenSeadragon.TiledImage)) return
        if (images.gone || (picture === 'thumbnail' && images.view !== null)) {
          viewer.world.removeItem(item)
          return
        }
        images[picture] = item
        item.setOpacity(index === current ? 1 : 0)
        if (picture === 'view') item.addOnceHandler('fully-loaded-change', () => drop(images))
      },
    })
  }

  function drop(images: Held) {
    if (closed || images.thumbnail === null) return
    viewer.world.removeItem(images.thumbnail)
    images.thumbnail = null
  }

  function letGo(wanted: readonly number[]) {
    for (const [index, images] of held) {
      if (wanted.includes(index)) continue
      images.gone = true
      drop(images)
      if (images.view !== null) viewer.world.removeItem(images.view)
      held.delete(index)
    }
  }

  function fit(how: 'width' | 'whole' | 'actual') {
    const { viewport } = viewer
    const { x, y } = viewport.getContainerSize()
    if (how === 'whole') viewport.fitBounds(place(current), false)
    else if (how === 'width') viewport.fitBounds(new OpenSeadragon.Rect(0, 0, 1, y / x), false)
    else viewport.zoomTo(viewPixelsWide / x)
  }

  return {
    overlay,
    show(index) {
      const first = current === -1
      current = index
      const wanted = pagesToHold(index, pages.length)
      for (const at of wanted) hold(at)
      for (const [at, { thumbnail, view }] of held) {
        thumbnail?.setOpacity(at === index ? 1 : 0)
        view?.setOpacity(at === index ? 1 : 0)
      }
      letGo(wanted)
      viewer.removeOverlay(overlay)
      viewer.addOverlay({ element: overlay, location: place(index) })
      if (first) viewer.viewport.fitBounds(place(index), true)
    },
    centre(box) {
      const [left, top, width, height] = viewBox(box, pages[current]?.pixels ?? [1, 1])
      const rect = new OpenSeadragon.Rect(left, top, width, height)
      viewer.viewport.fitBounds(rect, false)
    },
    zoomBy(factor) {
      viewer.viewport.zoomBy(factor).applyConstraints()
    },
    fit,
    rotate() {
      viewer.viewport.rotateBy(90)
    },
    onMove(listen) {
      const tell = () => {
        const { x, y } = viewer.viewport.getCenter()
        listen({ x, y, zoom: viewer.viewport.getZoom() })
      }
      viewer.addHandler('viewport-change', tell)
      return () => viewer.removeHandler('viewport-change', tell)
    },
    moveTo({ x, y, zoom }) {
      viewer.viewport.zoomTo(zoom, undefined, true)
      viewer.viewport.panTo(new OpenSeadragon.Point(x, y), true)
    },
    close() {
      closed = true
      viewer.destroy()
    },
  }
}
