import { beforeAll, describe, expect, test } from 'vitest';
import { contradictionsIn } from './consistency.ts';
import { found, undo } from './logs.ts';
import { type Author, changePart, faultsFor, NAMES, office, openOffice, shared } from './two-parts.ts';

const otherOf = (by: Author): Author => (by === 'ann' ? 'bob' : 'ann');

describe('after one of two people changed theirs, in every pair of visibilities and levels, a reader learns nothing foreign', () => {
  beforeAll(async () => {
    await openOffice((n) => (n % 4 < 2 ? 'ann' : 'bob'), 1);
    for (const one of shared) await changePart(one);
  }, 120_000);

  test.each(NAMES)(
    '%s, while both stand',
    async (reader) => {
      expect(await faultsFor(reader, () => undefined)).toEqual([]);
    },
    60_000,
  );

  test('and what the owner says now is found by it', async () => {
    expect(await found(office.people.ann, 'newwordannorgfull')).not.toEqual([]);
  });

  describe('and once the other took theirs back', () => {
    beforeAll(async () => {
      for (const { parts, gone } of shared) {
        const part = parts.find(({ by }) => by === otherOf(gone));
        if (part) await undo(office.people[part.by], part.receiptId);
      }
    }, 60_000);

    test.each(NAMES)(
      '%s',
      async (reader) => {
        expect(await faultsFor(reader, ({ gone }) => otherOf(gone))).toEqual([]);
      },
      60_000,
    );

    test('what is stored agrees', async () => {
      expect(await contradictionsIn(office.wsId)).toEqual([]);
    }, 60_000);
  });
});
