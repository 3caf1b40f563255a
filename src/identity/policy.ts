import type { Role } from './contract.ts'

/** Every action that exists. What is not in this list is allowed to nobody. */
export const actions = [
  'certification.certify-content',
  'certification.certify-metadata',
  'certification.check-process',
  'certification.list',
  'certification.sign-conversion',
  'conversion.check',
  'conversion.choose-sampling',
  'conversion.measure',
  'conversion.open',
  'conversion.scan',
  'copies.issue',
  'copies.release',
  'documents.correct',
  'documents.file',
  'documents.list-types',
  'documents.open',
  'employer-files.waive',
  'employers.import',
  'identity.enrol',
  'identity.list-people',
  'intake.list',
  'intake.place',
  'intake.receive',
  'jobs.list',
  'offices.list',
  'operations.control',
  'operations.watch',
  'page-notes.write',
  'paper-files.change',
  'paper-files.import',
  'paper-files.list',
  'redactions.make',
  'redactions.see-through',
  'reporting.read',
  'search.find',
] as const
export type Action = (typeof actions)[number]

/** Lists that hold no matter of any employer. */
const everybody = ['offices.list', 'documents.list-types'] as const
/** Finished files: finding them and seeing their pages. */
const readFiles = ['search.find', 'documents.open', 'paper-files.list'] as const
/** Working with finished files: copies for a purpose, and notes beside the pages. */
const useFiles = ['copies.issue', 'page-notes.write'] as const
/** Covering what a reader has no business with, and seeing through covers. */
const coverPages = ['redactions.make', 'redactions.see-through'] as const

/** These are about the whole installation: a grant counts only in the office that runs it, its home. */
export const ofInstallation: readonly Action[] = ['operations.control', 'operations.watch']

/** What each role may do, in the offices where it is granted. No line, no right. */
export const policy: Readonly<Record<Role, readonly Action[]>> = {
  head: [
    ...everybody,
    ...readFiles,
    ...useFiles,
    ...coverPages,
    'certification.check-process',
    'certification.list',
    'conversion.measure',
    'conversion.open',
    'copies.release',
    'intake.list',
    'identity.list-people',
    'jobs.list',
    'reporting.read',
  ],
  registrar: [
    ...everybody,
    ...readFiles,
    ...useFiles,
    ...coverPages,
    'certification.list',
    'certification.sign-conversion',
    'conversion.open',
    'conversion.scan',
    'documents.correct',
    'documents.file',
    'employer-files.waive',
    'employers.import',
    'intake.list',
    'intake.place',
    'intake.receive',
    'paper-files.change',
    'paper-files.import',
    'reporting.read',
  ],
  inspector: [...everybody, ...readFiles, ...useFiles, 'redactions.see-through'],
  'legal-officer': [...everybody, ...readFiles, ...useFiles, ...coverPages],
  // These two may see some sections only. Until a decision can say which, they see none.
  finance: everybody,
  benefits: everybody,
  // Brings paper in and follows its own batches; never looks into finished files.
  scanner: [
    ...everybody,
    'certification.list',
    'certification.sign-conversion',
    'conversion.open',
    'conversion.scan',
    'intake.list',
    'intake.receive',
    'paper-files.change',
    'paper-files.list',
    'reporting.read',
  ],
  checker: [
    ...everybody,
    'certification.certify-content',
    'certification.certify-metadata',
    'certification.list',
    'conversion.check',
    'conversion.open',
    'documents.open',
    'intake.list',
    // What is checked and certified is the page as it was scanned.
    'redactions.see-through',
    'reporting.read',
  ],
  certifier: [
    ...everybody,
    ...readFiles,
    'page-notes.write',
    'redactions.see-through',
    'certification.certify-content',
    'certification.certify-metadata',
    'certification.check-process',
    'certification.list',
    'conversion.open',
    'reporting.read',
  ],
  // Shows pages across the counter, so it sees them as they may be shown.
  counter: [...everybody, ...readFiles, ...useFiles, 'paper-files.change'],
  // Settings, logs and reports; no content of any document.
  administrator: [
    ...everybody,
    'conversion.choose-sampling',
    'identity.enrol',
    'identity.list-people',
    'jobs.list',
    'operations.control',
    'operations.watch',
    'reporting.read',
  ],
  auditor: [
    ...everybody,
    'conversion.measure',
    'identity.list-people',
    'jobs.list',
    'operations.watch',
    'reporting.read',
  ],
  'data-protection-officer': [...everybody, 'identity.list-people'],
}

/** Granted at the headquarters, these roles reach every office. */
export const nationwide: { readonly office: string; readonly roles: readonly Role[] } = {
  office: '1000',
  roles: ['head', 'administrator'],
}

/** The office's own machinery and the command line: everything, everywhere. No person can be granted it. */
export const systemRole = 'system'
