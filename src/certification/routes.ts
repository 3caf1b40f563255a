import { type Handler, handle } from '#record'
import * as contract from './contract.ts'
import { lookAtDocument, returnFromCertification } from './look-at-document.ts'
import { type Confirm, signBatches } from './sign-batches.ts'
import { listCertifications, listToCertify } from './store.ts'

/** `confirm` asks once more who signs; another module knows how. */
export function handlers({ confirm }: { confirm: Confirm }): Handler[] {
  return [
    handle(contract.listToCertify, (context) => listToCertify(context)),
    handle(contract.lookAtDocument, (context, { params, body }) =>
      lookAtDocument(context, { ...params, ...body }),
    ),
    handle(contract.signBatches, (context, { body }) => signBatches(context, body, confirm)),
    handle(contract.returnFromCertification, (context, { params, body }) =>
      returnFromCertification(context, { ...params, ...body }),
    ),
    handle(contract.listCertifications, (context, { query }) => listCertifications(context, query)),
  ]
}
