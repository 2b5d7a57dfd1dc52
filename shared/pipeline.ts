import * as z from 'zod';
import { Id } from './id.ts';

export const StageType = z.enum(['open', 'won', 'lost', 'invalid']);

export const Stage = z.object({
  id: Id,
  /** Code of a shipped stage, translated by the client; absent for a stage that the workspace named itself. */
  code: z.string().optional(),
  name: z.string(),
  type: StageType,
  position: z.int(),
  conversionBp: z.int().optional(),
  usualDays: z.int().optional(),
  visitsPerWeek: z.int().optional(),
});
export type Stage = z.infer<typeof Stage>;

export const Pipeline = z.object({
  id: Id,
  code: z.string().optional(),
  name: z.string(),
  position: z.int(),
  stages: z.array(Stage),
});
export type Pipeline = z.infer<typeof Pipeline>;

/** Opportunities that stand in a stage, in one currency. */
export const StageTotal = z.object({
  stageId: Id,
  currency: z.string(),
  opportunities: z.int(),
  amountMinor: z.int(),
});

/** A pipeline in figures: the whole workspace's for a reader of scope all, else the reader's own. */
export const PipelineSummary = z.object({ of: z.enum(['all', 'own']), totals: z.array(StageTotal) });
export type PipelineSummary = z.infer<typeof PipelineSummary>;

/** The two pipelines a new workspace starts with (requirements R21, R22, R33, R41); conversions in basis points. */
export const SEED_PIPELINES = [
  {
    code: 'project_sales',
    name: 'Project sales',
    stages: [
      { code: 'prospect', name: 'Prospect', conversionBp: 5000, usualDays: 60, visitsPerWeek: 1 },
      { code: 'bidding', name: 'Bidding', conversionBp: 8000, usualDays: 30, visitsPerWeek: 2 },
      { code: 'negotiation', name: 'Negotiation', conversionBp: 9000, usualDays: 30, visitsPerWeek: 3 },
      { code: 'signed', name: 'Signed', type: 'won' },
    ],
  },
  {
    code: 'solution_sales',
    name: 'Solution sales',
    stages: [
      { code: 'development', name: 'Development', conversionBp: 5000, usualDays: 30, visitsPerWeek: 1 },
      { code: 'needs', name: 'Needs analysis', conversionBp: 6000, usualDays: 20, visitsPerWeek: 1 },
      { code: 'solution', name: 'Solution', conversionBp: 7000, usualDays: 20, visitsPerWeek: 2 },
      {
        code: 'quote_negotiation',
        name: 'Quote and negotiation',
        conversionBp: 8000,
        usualDays: 20,
        visitsPerWeek: 2,
      },
      {
        code: 'signing_delivery',
        name: 'Signing and delivery',
        conversionBp: 9500,
        usualDays: 30,
        visitsPerWeek: 1,
      },
      { code: 'after_sales', name: 'After sales', type: 'won' },
    ],
  },
] as const;
