import { beforeAll, describe, expect, test } from 'vitest';
import { contradictionsIn } from './consistency.ts';
import { undo } from './logs.ts';
import { faultsFor, NAMES, office, openOffice, shared } from './two-parts.ts';

const PAIRS = 144;

beforeAll(() => openOffice((n) => (n < PAIRS ? 'ann' : 'bob'), 2), 120_000);

describe('of two people’s parts, in every pair of visibilities and levels, a reader learns nothing foreign', () => {
  test.each(NAMES)(
    '%s, while both stand',
    async (reader) => {
      expect(await faultsFor(reader, () => undefined)).toEqual([]);
    },
    60_000,
  );

  describe('after one of the two took theirs back', () => {
    beforeAll(async () => {
      for (const { parts, gone } of shared) {
        const part = parts.find(({ by }) => by === gone);
        if (part) await undo(office.people[gone], part.receiptId);
      }
    }, 60_000);

    test.each(NAMES)(
      '%s',
      async (reader) => {
        expect(await faultsFor(reader, ({ gone }) => gone)).toEqual([]);
      },
      60_000,
    );

    test('what is stored agrees', async () => {
      expect(await contradictionsIn(office.wsId)).toEqual([]);
    }, 60_000);
  });
});
