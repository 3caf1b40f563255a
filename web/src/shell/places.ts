import {
  ChartColumn,
  Eye,
  FileStack,
  FolderInput,
  Inbox,
  type LucideIcon,
  ScanLine,
  Search,
  ServerCog,
  Stamp,
  Users,
} from 'lucide-react'
import type { WordKey } from '../words/th.ts'

/** A screen of the rail: where it is, the key after G, and the action without which it is grey. */
export type Place = {
  to:
    | '/progress'
    | '/paper-files'
    | '/line'
    | '/checks'
    | '/certify'
    | '/'
    | '/intake'
    | '/inbox'
    | '/people'
    | '/admin'
  word: WordKey
  keyWord: WordKey
  key: string
  action: string
  icon: LucideIcon
  /** Shown to those alone who may use it, instead of greyed. */
  hidden?: true
}

const places: readonly Place[] = [
  {
    to: '/',
    word: 'nav.home',
    keyWord: 'keys.goHome',
    key: 'h',
    action: 'search.find',
    icon: Search,
  },
  {
    to: '/intake',
    word: 'nav.intake',
    keyWord: 'keys.goIntake',
    key: 's',
    action: 'intake.list',
    icon: FolderInput,
  },
  {
    to: '/inbox',
    word: 'nav.inbox',
    keyWord: 'keys.goInbox',
    key: 'i',
    action: 'intake.list',
    icon: Inbox,
  },
  {
    to: '/paper-files',
    word: 'paper.title',
    keyWord: 'keys.goPaper',
    key: 'b',
    action: 'paper-files.list',
    icon: FileStack,
  },
  {
    to: '/line',
    word: 'nav.line',
    keyWord: 'keys.goLine',
    key: 'l',
    action: 'conversion.open',
    icon: ScanLine,
  },
  {
    to: '/checks',
    word: 'nav.checks',
    keyWord: 'keys.goChecks',
    key: 'q',
    action: 'conversion.check',
    icon: Eye,
  },
  {
    to: '/certify',
    word: 'nav.certify',
    keyWord: 'keys.goCertify',
    key: 'c',
    action: 'certification.list',
    icon: Stamp,
  },
  {
    to: '/progress',
    word: 'progress.title',
    keyWord: 'keys.goProgress',
    key: 'd',
    action: 'reporting.read',
    icon: ChartColumn,
  },
  {
    to: '/people',
    word: 'nav.people',
    keyWord: 'keys.goPeople',
    key: 'p',
    action: 'identity.list-people',
    icon: Users,
  },
  {
    to: '/admin',
    word: 'nav.operations',
    keyWord: 'keys.goOperations',
    key: 'a',
    action: 'operations.watch',
    icon: ServerCog,
    hidden: true,
  },
]

/** The places that a person with these actions sees; those that are not hidden may still be grey. */
export function placesFor(actions: readonly string[]): Place[] {
  return places.filter(({ action, hidden }) => hidden === undefined || actions.includes(action))
}
