export { encodePage } from './encode-page.ts'
export { createImages, type ImageSource, type Images, type ImagesOptions } from './images.ts'
export { type Finding, type FindingCode, judgeQuality } from './judge-quality.ts'
export { findMarks, inkLevel, type Mark, markOf } from './marks.ts'
export type {
  Box,
  Code,
  Colour,
  ImageKind,
  PageFacts,
  PageMeasures,
  PageQuality,
  PageText,
  PageVerdict,
  RawPage,
  Rendition,
  ScanVerdict,
} from './page.ts'
export type { DecodeOptions, Look, StripOptions } from './render.ts'
export { measureTurn, type Turn } from './turn.ts'
export { straightened, type Upright, uprightSize } from './upright.ts'
