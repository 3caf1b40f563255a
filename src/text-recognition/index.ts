export { chooseEngine } from './engines/choose-engine.ts'
export { type Engine, engineLimits } from './engines/engine.ts'
export type { PagePixels } from './pixels.ts'
export { recognisePage, recognitionLimits } from './recognise-page.ts'
export {
  locate,
  PageBox,
  plainText,
  RecognisedCharacter,
  RecognisedLine,
  RecognisedPage,
} from './recognised-page.ts'
export { pageFromTextLayer, type TextLayer } from './text-layer.ts'
