import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  audienceOf,
  type Contribution,
  Level,
  type Reader,
  readerKeys,
  readerRows,
  readsAudience,
  Scope,
  sees,
  seesContribution,
  Visibility,
} from '../../shared/access.ts';

const OWNER = 1;
const TEAM = 10;
const RELATIONS: Record<string, Omit<Reader, 'scope'>> = {
  owner: { userId: OWNER, teamId: TEAM, manages: [] },
  teammate: { userId: 2, teamId: TEAM, manages: [] },
  manager: { userId: 3, teamId: 99, manages: [TEAM] },
  otherTeam: { userId: 4, teamId: 11, manages: [11] },
  teamless: { userId: 5, teamId: undefined, manages: [] },
};

// Per relation and visibility: the scopes that see the record. The contract of architecture.md §4.
const TRUTH: Record<string, Record<Visibility, string>> = {
  owner: { private: 'own team all', team: 'own team all', org: 'own team all' },
  teammate: { private: '', team: 'team all', org: 'team all' },
  manager: { private: '', team: 'own team all', org: 'team all' },
  otherTeam: { private: '', team: 'all', org: 'team all' },
  teamless: { private: '', team: 'all', org: 'team all' },
};

const cases = Object.entries(RELATIONS).flatMap(([relation, person]) =>
  Scope.options.flatMap((scope) =>
    Visibility.options.map((visibility) => ({
      relation,
      scope,
      visibility,
      reader: { ...person, scope },
      expected: (TRUTH[relation]?.[visibility] ?? '').split(' ').includes(scope),
    })),
  ),
);

describe('who sees a record', () => {
  test.each(cases)('$relation, scope $scope, visibility $visibility: $expected', (row) => {
    const record = { ownerId: OWNER, teamId: TEAM, visibility: row.visibility };
    expect(sees(row.reader, record)).toBe(row.expected);
    const stored = { ownerId: OWNER, audience: audienceOf(record) };
    expect(readsAudience(row.reader, stored)).toBe(row.expected);
  });

  test('a contributor and a person it was shared with see it whatever its visibility', () => {
    const stranger: Reader = { userId: 7, scope: 'own', teamId: undefined, manages: [] };
    const record = { ownerId: OWNER, teamId: TEAM, visibility: 'private' as const };
    expect(sees(stranger, { ...record, contributorIds: [7] })).toBe(true);
    expect(sees(stranger, { ...record, sharedWith: [7] })).toBe(true);
  });
});

const team = fc.option(fc.integer({ min: 1, max: 4 }), { nil: undefined });
const readers: fc.Arbitrary<Reader> = fc.record({
  userId: fc.integer({ min: 1, max: 6 }),
  scope: fc.constantFrom(...Scope.options),
  teamId: team,
  manages: fc.uniqueArray(fc.integer({ min: 1, max: 4 }), { maxLength: 3 }),
});
const contributions: fc.Arbitrary<Contribution[]> = fc.uniqueArray(
  fc.record({
    userId: fc.integer({ min: 1, max: 6 }),
    teamId: team,
    visibility: fc.constantFrom(...Visibility.options),
    level: fc.constantFrom(...Level.options),
  }),
  { minLength: 1, maxLength: 4, selector: ({ userId }) => userId },
);

describe('the index of readers', () => {
  const records = { accountId: 'acc', opportunityId: 'opp' };
  const found = (reader: Reader, by: Contribution[], facet: string) => {
    const keys = readerKeys(reader);
    return readerRows(by.map((one) => ({ ...one, ...records }))).filter(
      (row) => keys.includes(row.reader) && row.facet === facet,
    );
  };

  test('finds an activity for exactly those who see one of its contributions, under every facet', () => {
    fc.assert(
      fc.property(readers, contributions, (reader, by) => {
        const visible = by.some((one) => seesContribution(reader, one));
        for (const facet of ['', 'aacc', 'oopp']) {
          expect(found(reader, by, facet).length > 0).toBe(visible);
        }
      }),
    );
  });

  test('opens it up to the fullest level among the contributions that the reader sees', () => {
    fc.assert(
      fc.property(readers, contributions, (reader, by) => {
        const rank = (level: Level) => Level.options.indexOf(level);
        const allowed = by.filter((one) => seesContribution(reader, one)).map(({ level }) => rank(level));
        const opened = found(reader, by, '').map(({ level }) => rank(level));
        expect(Math.max(...opened)).toBe(Math.max(...allowed));
      }),
    );
  });

  test('finds one’s own under one’s own key', () => {
    fc.assert(
      fc.property(readers, contributions, (reader, by) => {
        const own = found(reader, by, '').some((row) => row.reader === `u:${reader.userId}`);
        expect(own).toBe(by.some(({ userId }) => userId === reader.userId));
      }),
    );
  });

  test('finds it by another person only where that person’s own contribution is visible', () => {
    fc.assert(
      fc.property(readers, contributions, fc.integer({ min: 1, max: 6 }), (reader, by, person) => {
        fc.pre(person !== reader.userId);
        const visible = by.some((one) => one.userId === person && seesContribution(reader, one));
        expect(found(reader, by, `p${person}`).length > 0).toBe(visible);
      }),
    );
  });

  test('needs eleven rows for a team’s mail with an opportunity, and never one twice', () => {
    const own: Contribution = { userId: 1, teamId: 10, visibility: 'team', level: 'full' };
    expect(readerRows([{ ...own, ...records }])).toHaveLength(11);
    fc.assert(
      fc.property(contributions, (by) => {
        const keys = readerRows(by.map((one) => ({ ...one, ...records }))).map(
          ({ reader, facet }) => `${reader} ${facet}`,
        );
        expect(new Set(keys).size).toBe(keys.length);
      }),
    );
  });
});
