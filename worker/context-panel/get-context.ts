import { seesContribution } from '../../shared/access.ts';
import type { Context } from '../../shared/context.ts';
import { accountDomainsOf, domainOfAddress } from '../../shared/mail-domain.ts';
import type { Ctx } from '../context.ts';
import { withoutNulls } from '../db/without-nulls.ts';
import { readAbout } from './about-accounts.ts';
import type { ContextInput } from './context-input.ts';
import { type LoggedRow, matchQueries } from './find-matches.ts';
import { type Known, knownTo, matchAccounts } from './match-accounts.ts';

/** What to show beside an open page: whom it is about, and what is going on with them. Two round trips. */
export async function getContext(ctx: Ctx, input: ContextInput): Promise<Context> {
  const [contacts, leads, colleagues, domains, logged] = await ctx.db.batch(matchQueries(ctx, input));
  const known = knownTo(ctx.user, { contacts, leads, colleagues, domains });
  const matched = matchAccounts(known, input);
  const about = await readAbout(ctx, matched);
  const domain = accountDomainsOf(domainOfAddress(input.addresses[0] ?? '')).at(-1);
  return {
    ...(domain && { domain }),
    ...peopleOf(known),
    ...matched,
    ...about,
    logged: loggedFor(ctx, logged),
  };
}

function peopleOf(known: Known): Pick<Context, 'contacts' | 'colleagues' | 'leads'> {
  return {
    contacts: known.contacts.map(({ id, name, title, email, account }) =>
      withoutNulls({ id, name, title, email, ...(account && { accountId: account.id }) }),
    ),
    colleagues: known.colleagues,
    // A converted lead lives on as a contact.
    leads: known.leads
      .filter(({ status }) => status !== 'converted')
      .map(({ id, name, company, status, ownerId, email }) =>
        withoutNulls({ id, name, company, status, ownerId, email }),
      ),
  };
}

/** Who has logged this very message, as far as the reader may know. */
function loggedFor(ctx: Ctx, rows: readonly LoggedRow[]): Context['logged'] {
  const visible = rows
    .filter((row) => seesContribution(ctx.user, { ...row, teamId: row.teamId ?? undefined }))
    .sort((a, b) => a.loggedAt - b.loggedAt);
  const [first] = visible;
  if (!first) return undefined;
  return {
    activityId: first.activityId,
    byMe: visible.some(({ userId }) => userId === ctx.user.userId),
    by: visible.map(({ userId, loggedAt }) => ({ userId, loggedAt })),
  };
}
