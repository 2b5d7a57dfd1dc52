import type * as z from 'zod';
import type { NewActivity, Party } from '../../shared/activity.ts';

/** What a client logs, as validated: defaults filled in. */
export type LogInput = z.output<typeof NewActivity>;

/** A participant as stored: matched to a contact or a colleague where the address is known. */
export type StoredParty = Party & { userId?: number | undefined };
