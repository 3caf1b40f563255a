import OpenSeadragon from 'openseadragon'
import { type Box, pagesToHold, viewBox } from './page-geometry.ts'
import type { ShownPage } from './shown-page.ts'

/** The width of a view image: one of its pixels is one of the screen's at actual size. */
const viewPixelsWide = 1240

/** What of the page is seen: the centre in page widths, the zoom, and how far the view is turned. */
export type Place = { x: number; y: number; zoom: number; turn: number }

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
  /** The middle of what is seen, in fractions of the page. */
  middle: () => { x: number; y: number }
  /** Whether the whole page is seen as it was first shown. */
  isWhole: () => boolean
  /** While boxes are drawn, the mouse draws and does not move the page. */
  hold: (still: boolean) => void
  /** Lies over the page and moves with it. */
  overlay: HTMLElement
  close: () => void
}

/** `start` is what is seen first; else the whole page. */
export function openPageImage(
  element: HTMLElement,
  pages: readonly ShownPage[],
  start?: Place,
): PageImage {
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
  // Effects of the change that closed this viewer still reach it: other pictures and a new draft come at once.
  let closed = false

  const form = (index: number) => {
    const [wide, high] = pages[index]?.pixels ?? [1, 1]
    return high / wide
  }
  const place = (index: number) => new OpenSeadragon.Rect(0, 0, 1, form(index))

  /** The thumbnail stands in until the view has come, so that a cold page is never white. */
  function fetch(index: number) {
    const page = pages[index]
    if (page === undefined || held.has(index)) return
    const images: Held = { thumbnail: null, view: null, gone: false }
    held.set(index, images)
    add(page, { picture: 'thumbnail', index, images })
    add(page, { picture: 'view', index, images })
  }

  function add(page: ShownPage, { picture, index, images }: Adding) {
    viewer.addTiledImage({
      tileSource: {
        type: 'image',
        url: `/api/pages/${page.pageId}/${picture}.webp${page.look}`,
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

  const turned = () => ((viewer.viewport.getRotation() % 360) + 360) % 360

  function moveTo({ x, y, zoom, turn }: Place) {
    viewer.viewport.setRotation(turn, true)
    viewer.viewport.zoomTo(zoom, undefined, true)
    viewer.viewport.panTo(new OpenSeadragon.Point(x, y), true)
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
      if (closed) return
      const first = current === -1
      current = index
      const wanted = pagesToHold(index, pages.length)
      for (const at of wanted) fetch(at)
      for (const [at, { thumbnail, view }] of held) {
        thumbnail?.setOpacity(at === index ? 1 : 0)
        view?.setOpacity(at === index ? 1 : 0)
      }
      letGo(wanted)
      viewer.removeOverlay(overlay)
      viewer.addOverlay({ element: overlay, location: place(index) })
      if (first && start !== undefined) moveTo(start)
      else if (first) viewer.viewport.fitBounds(place(index), true)
    },
    centre(box) {
      if (closed) return
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
        listen({ x, y, zoom: viewer.viewport.getZoom(), turn: turned() })
      }
      viewer.addHandler('viewport-change', tell)
      viewer.addHandler('rotate', tell)
      return () => {
        viewer.removeHandler('viewport-change', tell)
        viewer.removeHandler('rotate', tell)
      }
    },
    moveTo,
    middle() {
      const { x, y } = viewer.viewport.getCenter()
      const within = (fraction: number) => Math.max(0, Math.min(1, fraction))
      return { x: within(x), y: within(y / form(current)) }
    },
    isWhole() {
      const { x, y } = viewer.viewport.getContainerSize()
      const whole = Math.min(1, y / x / form(current))
      const zoom = viewer.viewport.getZoom() / whole
      return turned() === 0 && Math.abs(zoom - 1) < 0.01
    },
    hold(still) {
      if (!closed) viewer.setMouseNavEnabled(!still)
    },
    close() {
      closed = true
      viewer.destroy()
    },
  }
}
