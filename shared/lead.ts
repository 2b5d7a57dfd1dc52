import * as z from 'zod';
import { Visibility } from './access.ts';
import { Domain, RecordSource } from './account.ts';
import { Email } from './contact.ts';
import { Id, UserId } from './id.ts';
import { Line, Text } from './text.ts';

export const LeadStatus = z.enum(['new', 'working', 'nurturing', 'qualified', 'converted', 'disqualified']);

export const NewLead = z.strictObject({
  id: Id,
  name: Line(200),
  company: Line(200).optional(),
  title: Line(120).optional(),
  email: Email.optional(),
  domain: Domain.optional(),
  phone: Line(60).optional(),
  website: Line(400).optional(),
  source: RecordSource.default('other'),
  note: Text(4000).optional(),
  visibility: Visibility.default('org'),
});
export type NewLead = z.input<typeof NewLead>;

export const Lead = z.object({
  id: Id,
  name: z.string(),
  company: z.string().optional(),
  title: z.string().optional(),
  email: z.string().optional(),
  domain: z.string().optional(),
  phone: z.string().optional(),
  website: z.string().optional(),
  status: LeadStatus,
  source: RecordSource,
  note: z.string().optional(),
  ownerId: UserId,
  visibility: Visibility,
  version: z.int(),
  createdAt: z.int(),
});
export type Lead = z.infer<typeof Lead>;
