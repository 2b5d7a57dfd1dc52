import * as z from 'zod';
import { Visibility } from './access.ts';
import { Id, UserId } from './id.ts';
import { Line } from './text.ts';

/** An address as stored and compared: trimmed, lowercase. The display form stays with the message. */
export const Email = z
  .string()
  .max(320)
  .transform((s) => s.trim().toLowerCase())
  .pipe(z.string().regex(/^[^\s@<>"(),:;\p{Cc}\p{Cs}]+@[^\s@<>"(),:;\p{Cc}\p{Cs}]+$/u, { error: 'email' }));

export const ContactRole = z.enum(['decision_maker', 'influencer', 'user', 'buyer', 'gatekeeper', 'other']);

export const NewContact = z.strictObject({
  id: Id,
  name: Line(120),
  title: Line(120).optional(),
  role: ContactRole.optional(),
  phone: Line(60).optional(),
  mobile: Line(60).optional(),
  emails: z.array(Email).max(10).default([]),
  accountId: Id.optional(),
  visibility: Visibility.default('org'),
});
export type NewContact = z.input<typeof NewContact>;

export const Contact = z.object({
  id: Id,
  name: z.string(),
  title: z.string().optional(),
  role: ContactRole.optional(),
  phone: z.string().optional(),
  mobile: z.string().optional(),
  emails: z.array(z.string()),
  accountId: Id.optional(),
  accountName: z.string().optional(),
  ownerId: UserId,
  visibility: Visibility,
  version: z.int(),
  createdAt: z.int(),
});
export type Contact = z.infer<typeof Contact>;
