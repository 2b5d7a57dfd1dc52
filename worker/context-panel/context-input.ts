import type * as z from 'zod';
import type { ContextQuery } from '../../shared/context.ts';

export type ContextInput = z.output<typeof ContextQuery>;
