import type { Contribution, Level, Visibility } from '../../../shared/access.ts';
import type { Outcome } from '../../../shared/activity.ts';
import type { OwnContent } from './own-content.ts';

/** One contribution as an activity carries it along: user, team, visibility, level, outcome, logged at, edited at. */
export type Part = [number, number | null, Visibility, Level, Outcome | null, number, number?];

type Row = {
  userId: number;
  teamId: number | null;
  visibility: Visibility;
  level: Level;
  outcome: Outcome | null;
  loggedAt: number;
  editedAt: number | null;
};

type OwnRow = Row & {
  content: OwnContent | null;
  accountId: string | null;
  leadId: string | null;
  opportunityId: string | null;
};

/** What an activity tells of all its contributions together. */
export const sharedColumns = (ownerId: number, contributions: readonly OwnRow[]) => ({
  contributors: contributions.length,
  parts: partsOf(contributions),
  differing: differingFrom(ownerId, contributions),
});

function differingFrom(ownerId: number, contributions: readonly OwnRow[]): number {
  const recordsOf = ({ accountId, leadId, opportunityId }: OwnRow) =>
    JSON.stringify([accountId, leadId, opportunityId]);
  const ofOwner = contributions.filter(({ userId }) => userId === ownerId).map(recordsOf);
  return contributions.filter((row) => row.content !== null || !ofOwner.includes(recordsOf(row))).length;
}

/** Everybody's part, oldest first; null where there is one alone, which the activity itself tells. */
function partsOf(contributions: readonly Row[]): Part[] | null {
  if (contributions.length < 2) return null;
  return contributions.toSorted((a, b) => a.loggedAt - b.loggedAt || a.userId - b.userId).map(partOf);
}

function partOf({ userId, teamId, visibility, level, outcome, loggedAt, editedAt }: Row): Part {
  const part = [userId, teamId, visibility, level, outcome, loggedAt] as const;
  return editedAt === null ? [...part] : [...part, editedAt];
}

export type ReadPart = Contribution & { outcome: Outcome | null; loggedAt: number; editedAt: number | null };

export const readParts = (json: string): ReadPart[] =>
  (JSON.parse(json) as Part[]).map(
    ([userId, teamId, visibility, level, outcome, loggedAt, editedAt = null]) => ({
      userId,
      teamId: teamId ?? undefined,
      visibility,
      level,
      outcome,
      loggedAt,
      editedAt,
    }),
  );
