import * as z from 'zod';

export const Role = z.enum(['admin', 'manager', 'rep', 'back_office', 'read_only']);
export type Role = z.infer<typeof Role>;
export const Scope = z.enum(['own', 'team', 'all']);
export type Scope = z.infer<typeof Scope>;
export const Visibility = z.enum(['private', 'team', 'org']);
export type Visibility = z.infer<typeof Visibility>;
/** What left the browser, from least to most. */
export const Level = z.enum(['fact', 'subject', 'summary', 'full']);
export type Level = z.infer<typeof Level>;

/** Who asks. `teamIds`: teams whose team-visible records this person may read, every managed descendant included. */
export type Reader = {
  userId: number;
  scope: Scope;
  teamId: number | undefined;
  manages: readonly number[];
};

/** Whose a record is. `teamId` is the owner's team when it was written. */
export type Owned = { ownerId: number; teamId: number | undefined; visibility: Visibility };

/** One key that says who besides the owner may read: `o` the workspace, `t<team>` a team, `x` nobody. */
export function audienceOf({ visibility, teamId }: Owned): string {
  if (visibility === 'org') return 'o';
  return visibility === 'team' ? `t${teamId ?? 0}` : 'x';
}

/** The teams whose team-visible records `reader` may read. */
export function readableTeams(reader: Reader): number[] {
  const own = reader.scope !== 'own' && reader.teamId !== undefined ? [reader.teamId] : [];
  return [...new Set([...own, ...reader.manages])];
}

/** The audiences that `reader` belongs to. Scope all reads every audience but `x`. */
export function audiencesOf(reader: Reader): string[] {
  return [...(reader.scope === 'own' ? [] : ['o']), ...readableTeams(reader).map((team) => `t${team}`)];
}

export function sees(
  reader: Reader,
  record: Owned & { contributorIds?: readonly number[]; sharedWith?: readonly number[] },
): boolean {
  if (record.ownerId === reader.userId) return true;
  if (record.contributorIds?.includes(reader.userId)) return true;
  if (record.sharedWith?.includes(reader.userId)) return true;
  if (record.visibility === 'private') return false;
  return reader.scope === 'all' || audiencesOf(reader).includes(audienceOf(record));
}

/** `sees` for a record as stored, whose audience was folded into one key when it was written. */
export function readsAudience(reader: Reader, record: { ownerId: number; audience: string }): boolean {
  if (record.ownerId === reader.userId) return true;
  return reader.scope === 'all' ? record.audience !== 'x' : audiencesOf(reader).includes(record.audience);
}

/**
 * The keys under which `reader` finds activities: `u:` own, `s:` shared by name, `o` workspace, `t:` team, and `a` for
 * scope all, which stands for every team at once so that such a reader holds four keys however many teams there are.
 */
export function readerKeys(reader: Reader): string[] {
  const own = [`u:${reader.userId}`, `s:${reader.userId}`];
  if (reader.scope === 'all') return [...own, 'o', 'a'];
  return [
    ...own,
    ...(reader.scope === 'own' ? [] : ['o']),
    ...readableTeams(reader).map((team) => `t:${team}`),
  ];
}

export type Contribution = {
  userId: number;
  teamId: number | undefined;
  visibility: Visibility;
  level: Level;
  /** The records under which its author filed the activity. */
  accountId?: string | undefined;
  opportunityId?: string | undefined;
};

/** Fullest of two levels. */
export function fuller(a: Level, b: Level): Level {
  return Level.options.indexOf(a) >= Level.options.indexOf(b) ? a : b;
}

export const atLeast = (level: Level, least: Level): boolean => fuller(level, least) === level;

/** Whether `reader` may know that this person logged it, and what that contribution carries. */
export function seesContribution(
  reader: Reader,
  { userId, teamId, visibility }: Omit<Contribution, 'level'>,
): boolean {
  return sees(reader, { ownerId: userId, teamId, visibility });
}

/** The keys that one contribution opens: its author's and its audience's. */
export function keysOpenedBy({ userId, teamId, visibility }: Omit<Contribution, 'level'>): string[] {
  const own = `u:${userId}`;
  if (visibility === 'org') return [own, 'o'];
  if (visibility === 'private') return [own];
  return teamId === undefined ? [own, 'a'] : [own, 'a', `t:${teamId}`];
}

export type ReaderRow = { reader: string; facet: string; level: Level };

/**
 * Every row of `activity_reader` that an activity needs. Each contribution opens it, up to its own level, to its
 * author and its audience; a key that several contributions open gets the fullest of their levels. The facets of a
 * person, and of the account and opportunity which that person named, stand only under the keys which that person's own
 * contribution opens, so that nobody learns from a filter who else logged it in private, or under what.
 */
export function readerRows(contributions: readonly Contribution[]): ReaderRow[] {
  const keys = new Map<string, { level: Level; facets: Set<string> }>();
  for (const contribution of contributions) {
    const { userId, accountId, opportunityId } = contribution;
    const own = `u:${userId}`;
    for (const key of keysOpenedBy(contribution)) {
      const { level, facets } = keys.get(key) ?? { level: 'fact', facets: new Set(['']) };
      if (accountId) facets.add(`a${accountId}`);
      if (opportunityId) facets.add(`o${opportunityId}`);
      // A person's own key is that person's feed already.
      if (key !== own) facets.add(`p${userId}`);
      keys.set(key, { level: fuller(level, contribution.level), facets });
    }
  }
  return [...keys].flatMap(([reader, { level, facets }]) =>
    [...facets].map((facet) => ({ reader, facet, level })),
  );
}
