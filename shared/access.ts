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
};

/** Fullest of two levels. */
export function fuller(a: Level, b: Level): Level {
  return Level.options.indexOf(a) >= Level.options.indexOf(b) ? a : b;
}

export type ReaderRow = { reader: string; facet: string; level: Level };

/**
 * Every row of `activity_reader` that an activity needs. Each contribution opens it, up to its own level, to its
 * author and its audience; a key that several contributions open gets the fullest of their levels.
 */
export function readerRows(
  activity: { accountId?: string | undefined; opportunityId?: string | undefined },
  contributions: readonly Contribution[],
): ReaderRow[] {
  const levels = new Map<string, Level>();
  const open = (key: string, level: Level) => levels.set(key, fuller(level, levels.get(key) ?? 'fact'));
  for (const { userId, teamId, visibility, level } of contributions) {
    open(`u:${userId}`, level);
    if (visibility === 'org') open('o', level);
    if (visibility === 'team') {
      open('a', level);
      if (teamId !== undefined) open(`t:${teamId}`, level);
    }
  }
  const records = [
    ...(activity.accountId ? [`a${activity.accountId}`] : []),
    ...(activity.opportunityId ? [`o${activity.opportunityId}`] : []),
  ];
  const persons = contributions.map(({ userId }) => `p${userId}`);
  return [...levels].flatMap(([reader, level]) => {
    // A person's own key is that person's feed already: it needs a facet only for the others who took part.
    const own = reader.startsWith('u:') ? `p${reader.slice(2)}` : undefined;
    const facets = ['', ...records, ...persons.filter((person) => person !== own)];
    return facets.map((facet) => ({ reader, facet, level }));
  });
}

/** The keyset to read for `facet`: one's own key needs no person facet. */
export function facetFor(readerKey: string, facet: string): string {
  return readerKey.startsWith('u:') && facet === `p${readerKey.slice(2)}` ? '' : facet;
}
