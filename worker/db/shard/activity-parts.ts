import type { Contribution, Level, Visibility } from '../../../shared/access.ts';
import type { Outcome } from '../../../shared/activity.ts';

/** One contribution as an activity carries it along: user, team, visibility, level, outcome, logged at. */
export type Part = [number, number | null, Visibility, Level, Outcome | null, number];

type Row = {
  userId: number;
  teamId: number | null;
  visibility: Visibility;
  level: Level;
  outcome: Outcome | null;
  loggedAt: number;
};

/** Everybody's part, oldest first; null where there is one alone, which the activity itself tells. */
export function partsOf(contributions: readonly Row[]): Part[] | null {
  if (contributions.length < 2) return null;
  return contributions
    .toSorted((a, b) => a.loggedAt - b.loggedAt || a.userId - b.userId)
    .map(({ userId, teamId, visibility, level, outcome, loggedAt }) => [
      userId,
      teamId,
      visibility,
      level,
      outcome,
      loggedAt,
    ]);
}

export type ReadPart = Contribution & { outcome: Outcome | null; loggedAt: number };

export const readParts = (json: string): ReadPart[] =>
  (JSON.parse(json) as Part[]).map(([userId, teamId, visibility, level, outcome, loggedAt]) => ({
    userId,
    teamId: teamId ?? undefined,
    visibility,
    level,
    outcome,
    loggedAt,
  }));
