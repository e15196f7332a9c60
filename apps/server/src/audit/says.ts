import type { Says } from '../platform/events/says.ts'

/** What happens to the trail itself. */
export const says: Says = {
  checkpointSigned: ({ no, hash }) => ({
    zh: `签署第 ${no} 号检查点，哈希 ${hash}`,
    en: `Checkpoint ${no} was signed; its hash is ${hash}`,
  }),
}
