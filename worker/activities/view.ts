import { atLeast, type Reader, readsAudience, seesContribution } from '../../shared/access.ts';
import type { FeedItem } from '../../shared/activity.ts';
import { readParts } from '../db/shard/activity-parts.ts';
import { withoutNulls } from '../db/without-nulls.ts';
import { fullest, snippetOf } from './content.ts';
import type { FeedRow } from './feed-rows.ts';

/** What one reader may know of an activity: the contributions visible to that reader decide everything else. */
export type View = Pick<FeedRow, 'level' | 'ownerId' | 'loggedAt' | 'outcome'> & {
  contributors: number;
  /** The owner's own words (summary, outcome, next step, expense) are the owner's contribution. */
  seesOwner: boolean;
};

/**
 * `row` reached its reader through a reader key, so at least one contribution is visible; with a single contributor
 * that settles it.
 */
export function viewOf(reader: Reader, row: Omit<FeedRow, 'summary'>): View {
  const { level, ownerId, loggedAt, outcome } = row;
  if (row.parts === null) return { level, ownerId, loggedAt, outcome, contributors: 1, seesOwner: true };
  const visible = readParts(row.parts).filter((part) => seesContribution(reader, part));
  const seesOwner = visible.some(({ userId }) => userId === ownerId);
  const [first] = visible;
  const shared = {
    level: fullest(visible.map((part) => part.level)),
    contributors: visible.length,
    seesOwner,
  };
  if (seesOwner || !first) return { ...shared, ownerId, loggedAt, outcome };
  return { ...shared, ownerId: first.userId, outcome: first.outcome, loggedAt: first.loggedAt };
}

/** A row of the feed, cut to what `reader` may see of it. */
export function toFeedItem(reader: Reader, row: FeedRow): FeedItem {
  const view = viewOf(reader, row);
  const { seesOwner, ...visible } = view;
  const hasSubject = atLeast(view.level, 'subject');
  const { nextKind, nextText, nextOn } = row;
  return withoutNulls({
    id: row.id,
    type: row.type,
    direction: row.direction,
    occurredAt: row.occurredAt,
    ...visible,
    subject: hasSubject ? row.subject : null,
    snippet: visibleSnippet(row, view),
    attachmentCount: hasSubject ? row.attachmentCount : 0,
    ...namesOf(reader, row),
    nextStep:
      seesOwner && nextKind && nextText && nextOn ? { kind: nextKind, text: nextText, dueOn: nextOn } : null,
  });
}

/** The first words of the text; where there is none to be seen, those of the owner's summary. */
function visibleSnippet(row: FeedRow, { level, seesOwner }: View): string | null {
  const ofText = level === 'full' ? row.snippet : null;
  return ofText ?? (seesOwner && atLeast(level, 'summary') ? snippetOf(row.summary) : null);
}

/** Names of records that the reader may see: an activity is no way around the visibility of what it points at. */
function namesOf(reader: Reader, row: FeedRow): Pick<FeedItem, 'account' | 'opportunity' | 'lead'> {
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
