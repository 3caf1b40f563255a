export { createMarkSetter, type MarkSetter } from './mark-setter.ts'
export { openCopy } from './open-copy.ts'
export { projection as copiesProjection } from './projection.ts'
export { handlers as copiesHandlers } from './routes.ts'
