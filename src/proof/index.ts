export { createTree, leafHash, type TreeBuilder } from './merkle.ts'
