import * as z from 'zod';
import { Account } from './account.ts';
import { FeedItem } from './activity.ts';
import { Contact, Email } from './contact.ts';
import { UserId } from './id.ts';
import { Lead } from './lead.ts';
import { Opportunity } from './opportunity.ts';
import { Task } from './task.ts';

/** What is known on the page. Addresses do not belong into URLs, so this read is a POST. */
export const ContextQuery = z.strictObject({
  /** Addresses of the participants, the counterpart first; those that do not parse stay in the browser. */
  addresses: z.array(Email).max(50).default([]),
  /** Host of the page, for a web page; never sent for a webmail. */
  pageHost: z.string().max(253).optional(),
  messageKey: z.string().max(70).optional(),
});
export type ContextQuery = z.input<typeof ContextQuery>;

/** Why a record was matched. `domain` only ever for a domain that is neither free mail nor shared by several accounts. */
export const MatchReason = z.enum(['email', 'domain', 'page_domain', 'shared_domain']);
export type MatchReason = z.infer<typeof MatchReason>;

export const AccountMatch = z.object({
  account: Account.pick({ id: true, name: true, level: true, ownerId: true }),
  reason: MatchReason,
  /** The address or domain that matched. */
  value: z.string(),
});

export const Context = z.object({
  /**
   * What somebody registered of the counterpart's address: where a new account may be known by. Absent for free mail.
   * The panel cannot tell by itself without the list of public suffixes.
   */
  domain: z.string().optional(),
  /** Known people among the addresses. */
  contacts: z.array(
    Contact.pick({ id: true, name: true, title: true, accountId: true }).extend({ email: z.string() }),
  ),
  /** Colleagues among the addresses. */
  colleagues: z.array(z.object({ userId: UserId, email: z.string() })),
  /** Best match first; the first one may be preselected only if `isCertain`. */
  accounts: z.array(AccountMatch),
  /** The first account may be preselected: by address, or by a domain that belongs to it alone. */
  isCertain: z.boolean(),
  leads: z.array(
    Lead.pick({ id: true, name: true, company: true, status: true, ownerId: true, email: true }),
  ),
  /** Open opportunities of the matched accounts, nearest next step first. */
  opportunities: z.array(Opportunity),
  recent: z.array(FeedItem),
  /** What else is planned at the accounts: of an opportunity it is the `nextStep`. */
  tasks: z.array(Task),
  /** This very message, where a contribution to it is visible. `byMe`: the reader has logged it. */
  logged: z
    .object({
      activityId: z.string(),
      byMe: z.boolean(),
      by: z.array(z.object({ userId: UserId, loggedAt: z.int() })),
    })
    .optional(),
});
export type Context = z.infer<typeof Context>;
