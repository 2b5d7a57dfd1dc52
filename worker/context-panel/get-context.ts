import { seesContribution, type Visibility } from '../../shared/access.ts';
import type { Context } from '../../shared/context.ts';
import type { Ctx } from '../context.ts';
import { withoutNulls } from '../db/without-nulls.ts';
import { readAbout } from './about-accounts.ts';
import type { ContextInput } from './context-input.ts';
import { type LoggedRow, matchQueries } from './find-matches.ts';
import { type Known, knownTo, matchAccounts } from './match-accounts.ts';

/** What to show beside an open page: whom it is about, and what is going on with them. Two round trips. */
export async function getContext(ctx: Ctx, input: ContextInput): Promise<Context> {
  const [addresses, domains, logged] = await ctx.db.batch(matchQueries(ctx, input));
  const known = knownTo(ctx.user, addresses, domains);
  const matched = matchAccounts(known, input.pageHost);
  const about = await readAbout(ctx, matched.accounts);
  return { ...peopleOf(known), ...matched, ...about, logged: logged[0] && loggedFor(ctx, logged[0]) };
}

function peopleOf({ addresses }: Known): Pick<Context, 'contacts' | 'colleagues' | 'leads'> {
  return {
    contacts: addresses.flatMap(({ email, contacts }) =>
      contacts.map(({ id, name, title, account }) =>
        withoutNulls({ id, name, title, accountId: account?.id, email }),
      ),
    ),
    colleagues: addresses.flatMap(({ email, colleague }) =>
      colleague === undefined ? [] : [{ userId: colleague, email }],
    ),
    leads: addresses.flatMap(({ email, leads }) =>
      leads
        .filter(({ status }) => status !== 'converted')
        .map(({ id, name, company, status, ownerId }) =>
          withoutNulls({ id, name, company, status, ownerId, email }),
        ),
    ),
  };
}

/** Who has logged this very message, as far as the reader may know. */
function loggedFor(ctx: Ctx, row: LoggedRow): Context['logged'] {
  const by = (JSON.parse(row.contributions) as [number, number | null, Visibility, number][])
    .map(([userId, teamId, visibility, loggedAt]) => ({
      userId,
      teamId: teamId ?? undefined,
      visibility,
      loggedAt,
    }))
    .filter((contribution) => seesContribution(ctx.user, contribution))
    .sort((a, b) => a.loggedAt - b.loggedAt)
    .map(({ userId, loggedAt }) => ({ userId, loggedAt }));
  if (by.length === 0) return undefined;
  return { activityId: row.activityId, byMe: by.some(({ userId }) => userId === ctx.user.userId), by };
}
