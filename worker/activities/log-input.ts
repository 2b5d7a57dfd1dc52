import type * as z from 'zod';
import type { NewActivity } from '../../shared/activity.ts';

/** What a client logs, as validated: defaults filled in. */
export type LogInput = z.output<typeof NewActivity>;
