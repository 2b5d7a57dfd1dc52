import * as z from 'zod';
import { Domain } from './account.ts';
import { Email } from './contact.ts';
import { Id, UserId } from './id.ts';
import { Line } from './text.ts';

/** What is about to be created. Only what is known: each field is another way to find that it exists already. */
export const DuplicateQuery = z.strictObject({
  account: z.strictObject({ name: Line(200).optional(), domain: Domain.optional() }).optional(),
  contact: z
    .strictObject({
      name: Line(200).optional(),
      email: Email.optional(),
      phones: z.array(Line(60)).max(5).default([]),
    })
    .optional(),
  lead: z
    .strictObject({
      name: Line(200).optional(),
      company: Line(200).optional(),
      email: Email.optional(),
      domain: Domain.optional(),
      phones: z.array(Line(60)).max(5).default([]),
    })
    .optional(),
});
export type DuplicateQuery = z.input<typeof DuplicateQuery>;

/** Strongest first. `close_name`: the same but for the legal form, the place or the spelling. */
export const DuplicateReason = z.enum(['same_email', 'same_domain', 'same_phone', 'same_name', 'close_name']);
export type DuplicateReason = z.infer<typeof DuplicateReason>;

/** A record that may be the same. Only records that the reader may see are named. */
export const Duplicate = z.object({
  kind: z.enum(['account', 'contact', 'lead']),
  id: Id,
  name: z.string(),
  ownerId: UserId,
  reason: DuplicateReason,
  /** The address, domain, number or name that is alike. */
  value: z.string(),
  /** Domains of an account, so that "close name, another domain" can be said. */
  domains: z.array(z.string()).optional(),
  accountId: Id.optional(),
  accountName: z.string().optional(),
});
export type Duplicate = z.infer<typeof Duplicate>;

/** At most ten, strongest first. */
export const Duplicates = z.object({ items: z.array(Duplicate) });
export type Duplicates = z.infer<typeof Duplicates>;
