export { projection as pageNotesProjection } from './projection.ts'
export { handlers as pageNotesHandlers } from './routes.ts'
export { writeNote } from './write-note.ts'
