export { refusals as sandboxRefusals } from './refusals.ts'
export { createSandbox, type Sandbox, type SandboxOptions } from './sandbox.ts'
export type { Answer } from './wire.ts'
