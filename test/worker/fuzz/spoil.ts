import * as fc from 'fast-check';
import type { Random } from '../../../scripts/seed/random.ts';
import { HOSTILE } from './arbitrary-of.ts';

export type Fields = Record<string, unknown>;

const WRONG: readonly unknown[] = [
  ...HOSTILE,
  ...[null, true, -1, 1.5, 1e308, 2 ** 53, [], {}, [[]], { id: null }, '', ' '],
  'x'.repeat(70_000),
];

/** One thing wrong: a field of another kind, one too many, one too few. */
export function spoilt(value: Fields, random: Random): Fields {
  const names = Object.keys(value);
  const name = names.length > 0 ? random.pick(names) : 'id';
  const present = value[name];
  return random.pick([
    () => ({ ...value, [name]: random.pick(WRONG) }),
    () => ({ ...value, [random.pick(HOSTILE)]: random.pick(WRONG) }),
    () => Object.fromEntries(Object.entries(value).filter(([other]) => other !== name)),
    () =>
      isFields(present) ? { ...value, [name]: spoilt(present, random) } : { ...value, [name]: [present] },
  ])();
}

const isFields = (value: unknown): value is Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** Bodies that are no JSON of ours, or no JSON at all. */
export const rawBodies: fc.Arbitrary<string | Uint8Array<ArrayBuffer>> = fc.oneof(
  fc.uint8Array({ maxLength: 200 }).map((bytes) => new Uint8Array(bytes)),
  fc.json(),
  fc.string({ unit: 'binary' }),
  fc.constantFrom(
    '',
    '{',
    '{"id":',
    '"',
    '\ufeff{}',
    '{"__proto__":{"id":"x"}}',
    '{"id":1,"id":2}',
    '1e999',
    '\u0000',
  ),
  fc.constant('['.repeat(20_000)),
  fc.constant(`{"text":${JSON.stringify('x'.repeat(600_000))}}`),
);
