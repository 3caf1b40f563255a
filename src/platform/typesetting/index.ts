export { wordsOf } from './thai-words.ts'
export { isFontInstalled, startTypesetter, type Typeset, type Typesetter } from './typesetter.ts'
