import * as z from 'zod';
import { Id } from './id.ts';

/**
 * The server's lasting answer to a create or an undo. `hash` is the SHA-256 (hex) of the request body as received:
 * the client deletes its own copy only when id and hash are the ones it sent.
 */
export const Receipt = z.object({
  id: Id,
  hash: z.string(),
  outcome: z.enum(['created', 'joined', 'undone']),
  /** The record that now holds it; absent after an undo. */
  recordId: Id.optional(),
  /** What the `create` of a log came to: the new records, or those used in their place. Absent after an undo. */
  records: z.object({ accountId: Id.optional(), contactId: Id.optional(), leadId: Id.optional() }).optional(),
  at: z.int(),
});
export type Receipt = z.infer<typeof Receipt>;

/** Undo of a create: `id` names the undo itself, `target` the id of the create's receipt. */
export const Undo = z
  .strictObject({ id: Id, target: Id })
  .refine(({ id, target }) => id !== target, { error: 'same_id', path: ['target'] });
export type Undo = z.infer<typeof Undo>;
