import * as z from 'zod';
import { Visibility } from './access.ts';
import { Day } from './day.ts';
import { Id, UserId } from './id.ts';
import { AmountMinor, Currency } from './money.ts';
import { Line } from './text.ts';

export const OpportunityStatus = z.enum(['open', 'suspended', 'terminated', 'won', 'lost']);

/** A day says when the next step is due: without the step it says nothing. */
export const NEEDS_NEXT_STEP = 'needs_next_step';

export const NewOpportunity = z
  .strictObject({
    id: Id,
    accountId: Id,
    name: Line(200),
    pipelineId: Id,
    /** Absent = the first stage of the pipeline. */
    stageId: Id.optional(),
    amountMinor: AmountMinor.default(0),
    /** Absent = the workspace's currency. */
    currency: Currency.optional(),
    expectedCloseOn: Day.optional(),
    nextStep: Line(300).optional(),
    nextStepOn: Day.optional(),
    visibility: Visibility.default('org'),
  })
  .refine(({ nextStep, nextStepOn }) => !nextStepOn || nextStep, {
    error: NEEDS_NEXT_STEP,
    path: ['nextStepOn'],
  });
export type NewOpportunity = z.input<typeof NewOpportunity>;

/** `null` clears a field; absent leaves it. A next step that is cleared takes its day along. */
export const OpportunityChange = z
  .strictObject({
    stageId: Id.optional(),
    nextStep: Line(300).nullable().optional(),
    nextStepOn: Day.nullable().optional(),
  })
  .refine((change) => Object.keys(change).length > 0, { error: 'nothing_to_change' })
  .refine(({ nextStep, nextStepOn }) => !nextStepOn || nextStep !== null, {
    error: NEEDS_NEXT_STEP,
    path: ['nextStepOn'],
  });
export type OpportunityChange = z.infer<typeof OpportunityChange>;

export const Opportunity = z.object({
  id: Id,
  accountId: Id,
  accountName: z.string(),
  name: z.string(),
  pipelineId: Id,
  stageId: Id,
  /** When it entered the stage (ms). */
  stageSince: z.int(),
  status: OpportunityStatus,
  amountMinor: z.int(),
  currency: z.string(),
  expectedCloseOn: Day.optional(),
  nextStep: z.string().optional(),
  nextStepOn: Day.optional(),
  ownerId: UserId,
  visibility: Visibility,
  version: z.int(),
  createdAt: z.int(),
  closedAt: z.int().optional(),
});
export type Opportunity = z.infer<typeof Opportunity>;
