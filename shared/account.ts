import * as z from 'zod';
import { Visibility } from './access.ts';
import { Id, UserId } from './id.ts';
import { Line } from './text.ts';

export const AccountStatus = z.enum(['prospect', 'customer', 'dormant', 'archived']);
export const RecordSource = z.enum([
  'web_page',
  'email',
  'referral',
  'event',
  'campaign',
  'import',
  'api',
  'other',
]);
/** A registrable domain, lowercase, as in `hengchuan.example`. */
export const Domain = z
  .string()
  .max(253)
  .transform((s) => s.trim().toLowerCase().replace(/^@/, ''))
  .pipe(
    z.string().regex(/^(?=.{1,253}$)[^\s@/:\p{Cc}\p{Cs}]+\.[^\s@/:.\p{Cc}\p{Cs}]+$/u, { error: 'domain' }),
  );

export const NewAccount = z.strictObject({
  id: Id,
  name: Line(200),
  domains: z.array(Domain).max(10).default([]),
  industry: Line(100).optional(),
  size: Line(40).optional(),
  level: z.enum(['A', 'B', 'C']).optional(),
  status: AccountStatus.default('prospect'),
  phone: Line(60).optional(),
  address: Line(400).optional(),
  website: Line(400).optional(),
  source: RecordSource.default('other'),
  visibility: Visibility.default('org'),
});
export type NewAccount = z.input<typeof NewAccount>;

export const Account = z.object({
  id: Id,
  name: z.string(),
  domains: z.array(z.string()),
  industry: z.string().optional(),
  size: z.string().optional(),
  level: z.string().optional(),
  status: AccountStatus,
  phone: z.string().optional(),
  address: z.string().optional(),
  website: z.string().optional(),
  source: RecordSource,
  ownerId: UserId,
  visibility: Visibility,
  version: z.int(),
  createdAt: z.int(),
});
export type Account = z.infer<typeof Account>;
