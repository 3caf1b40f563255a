import { certificationProjection } from '#certification'
import { conversionProjection } from '#conversion'
import { copiesProjection } from '#copies'
import { documentsFollower, documentsProjection } from '#documents'
import { employerFilesProjection } from '#employer-files'
import { employersProjection } from '#employers'
import { identityProjection } from '#identity'
import { intakeProjection } from '#intake'
import { officesProjection } from '#offices'
import { pageNotesProjection } from '#page-notes'
import { paperFilesProjection } from '#paper-files'
import { composeProjections, recordProjection } from '#record'
import { redactionsProjection } from '#redactions'
import { lineFollower } from '#reporting'
import { correctPageKeys, movePageKeys, searchFollower } from '#search'
import { moveReadings } from '#text-recognition'
import { followed } from './search-given.ts'

/** Every commit kind and the one function that applies it; the search keys follow in the same step. */
export const projections = composeProjections(
  [
    recordProjection,
    officesProjection,
    identityProjection,
    employersProjection,
    employerFilesProjection,
    documentsProjection,
    intakeProjection,
    paperFilesProjection,
    conversionProjection,
    certificationProjection,
    copiesProjection,
    redactionsProjection,
    pageNotesProjection,
  ],
  [
    searchFollower(followed),
    lineFollower,
    documentsFollower({
      async moved(tx, documents) {
        await moveReadings(tx, documents)
        await movePageKeys(tx, documents)
      },
      corrected: correctPageKeys,
    }),
  ],
)
