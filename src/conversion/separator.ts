import { readCoverCode } from '#documents'

const separatorMark = 'faem1:separator'

/** Whether this code stands on a sheet that is put between papers: a cover sheet or a separator. */
export function partsPapers(code: string): boolean {
  return code === separatorMark || readCoverCode(code) !== null
}
