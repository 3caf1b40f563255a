export {
  type Attachment,
  type Commit,
  type NodeKey,
  readSealed,
  type StreamName,
} from './commit.ts'
export { type CommitText, commitsById, commitsOfStream, nodeKeys } from './commit-texts.ts'
export { projection as recordProjection } from './commits.ts'
export { type Context, createContext, scopeOrNull } from './context.ts'
export {
  type Applying,
  type Commits,
  composeProjections,
  defineCommits,
  defineProjection,
  type Fact,
  type Follower,
  type Projection,
  type Projections,
} from './define-commits.ts'
export { type Handler, handle } from './handler.ts'
export { type OpenReport, openInstallation, systemActor, takeStoreOver } from './installation.ts'
export { openNodeKey } from './node-key.ts'
export type { PlanLine, PlannedChange } from './plan-line.ts'
export { type RebuildReport, rebuild } from './rebuild.ts'
export type { Act, CommitOf, React, RecordPowers } from './record-act.ts'
export { type StateDigest, stateDigest } from './state-digest.ts'
export type { StreamTables } from './tables.ts'
