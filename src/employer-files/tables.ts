import type { ChecklistRule, SectionRule } from './commits.ts'

export type EmployerFilesTables = {
  'record.section': SectionRule & { ticket: number }
  'record.checklist': ChecklistRule & { ticket: number }
  'record.waiver': {
    accountNo: string
    slot: string
    officeId: string
    reason: string
    waivedBy: string
    waivedAt: Date
    ticket: number
  }
}
