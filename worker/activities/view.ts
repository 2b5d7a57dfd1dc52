import { atLeast, type Reader, readsAudience, seesContribution } from '../../shared/access.ts';
import type { FeedItem } from '../../shared/activity.ts';
import { readParts } from '../db/shard/activity-parts.ts';
import { withoutNulls } from '../db/without-nulls.ts';
import { snippetOf } from './content.ts';
import type { FeedRow, Links, OwnPart, Shown } from './feed-rows.ts';

/** What one reader may know of an activity: the contributions visible to that reader decide everything else. */
export type View = Pick<FeedRow, 'level' | 'ownerId' | 'loggedAt' | 'editedAt' | 'outcome'> & {
  contributors: number;
  /** Whose words and links are shown: the fullest part that the reader sees. */
  shown: number;
  /** The owner's own words (summary, outcome, next step, expense) are the owner's contribution. */
  seesOwner: boolean;
};

/**
 * `row` reached its reader through a reader key, so at least one contribution is visible; with a single contributor
 * that settles it.
 */
export function viewOf(reader: Reader, row: Omit<FeedRow, 'summary'>): View {
  const { level, ownerId, loggedAt, editedAt, outcome } = row;
  const own = { level, ownerId, loggedAt, editedAt, outcome };
  const whole = { ...own, contributors: 1, shown: ownerId, seesOwner: true };
  if (row.parts === null) return whole;
  // Oldest first; of equally full ones the owner's is shown, then the oldest.
  const visible = readParts(row.parts).filter((part) => seesContribution(reader, part));
  const owner = visible.find(({ userId }) => userId === ownerId);
  const first = owner ?? visible[0];
  if (!first) throw new Error('an activity was found through a key that no contribution opens');
  const fullest = visible.reduce((best, part) => (atLeast(best.level, part.level) ? best : part), first);
  return {
    level: fullest.level,
    shown: fullest.userId,
    contributors: visible.length,
    seesOwner: owner !== undefined,
    ownerId: first.userId,
    outcome: first.outcome,
    loggedAt: first.loggedAt,
    editedAt: first.editedAt,
  };
}

/** A row of the feed, cut to what `reader` may see of it. */
export function toFeedItem(reader: Reader, row: FeedRow): FeedItem {
  const { shown, seesOwner, ...visible } = viewOf(reader, row);
  const part = partOf(row, shown);
  const hasSubject = atLeast(visible.level, 'subject');
  const ofText = visible.level === 'full' ? part.snippet : null;
  const { nextKind, nextText, nextOn } = row;
  return withoutNulls({
    id: row.id,
    type: row.type,
    direction: row.direction,
    occurredAt: row.occurredAt,
    ...visible,
    subject: hasSubject ? part.subject : null,
    // The first words of the text; where there is none to be seen, those of the owner's summary.
    snippet: ofText ?? (seesOwner ? snippetOf(row.summary) : null),
    attachmentCount: hasSubject ? part.attachmentCount : 0,
    ...namesOf(reader, part),
    nextStep:
      seesOwner && nextKind && nextText && nextOn ? { kind: nextKind, text: nextText, dueOn: nextOn } : null,
  });
}

/** What the row shows of the contribution of `userId`. */
export function partOf(row: FeedRow, userId: number): Shown {
  if (userId === row.ownerId || row.ownParts === null) return row;
  const own = (JSON.parse(row.ownParts) as OwnPart[]).find((part) => part.userId === userId);
  if (!own) throw new Error('a part is named that no contribution stands for');
  const { subject, snippet, attachmentCount } = own.hasContent ? own : row;
  return { ...linksOf(row, own.links), subject, snippet, attachmentCount };
}

/** A record that the part has in common with the owner's is named in the row already. */
function linksOf(row: Links, own: Links): Links {
  const { accountName, accountOwnerId, accountAudience, leadName, leadOwnerId, leadAudience } = row;
  const { opportunityName, opportunityOwnerId, opportunityAudience, amountMinor, currency } = row;
  return {
    ...own,
    ...(own.accountId === row.accountId && { accountName, accountOwnerId, accountAudience }),
    ...(own.opportunityId === row.opportunityId && {
      ...{ opportunityName, opportunityOwnerId, opportunityAudience, amountMinor, currency },
    }),
    ...(own.leadId === row.leadId && { leadName, leadOwnerId, leadAudience }),
  };
}

/** Names of records that the reader may see: an activity is no way around the visibility of what it points at. */
export function namesOf(reader: Reader, row: Shown): Pick<FeedItem, 'account' | 'opportunity' | 'lead'> {
  const may = (ownerId: number | null, audience: string | null) =>
    ownerId !== null && audience !== null && readsAudience(reader, { ownerId, audience });
  const { accountId, accountName, opportunityId, opportunityName, leadId, leadName } = row;
  return {
    ...(accountId && may(row.accountOwnerId, row.accountAudience)
      ? { account: { id: accountId, name: accountName ?? '' } }
      : {}),
    ...(opportunityId && may(row.opportunityOwnerId, row.opportunityAudience)
      ? {
          opportunity: {
            id: opportunityId,
            name: opportunityName ?? '',
            amountMinor: row.amountMinor ?? 0,
            currency: row.currency ?? '',
          },
        }
      : {}),
    ...(leadId && may(row.leadOwnerId, row.leadAudience)
      ? { lead: { id: leadId, name: leadName ?? '' } }
      : {}),
  };
}
