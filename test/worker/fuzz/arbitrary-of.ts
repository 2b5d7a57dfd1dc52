import * as fc from 'fast-check';
import * as z from 'zod';
import { Domain } from '../../../shared/account.ts';
import { Email } from '../../../shared/contact.ts';
import { TimeZone } from '../../../shared/day.ts';
import { Id } from '../../../shared/id.ts';

/** What breaks parsers, SQL, search, pages, terminals and encodings; no word of it is one that an answer must not hold. */
export const HOSTILE = [
  "'; DROP TABLE account; --",
  '" OR ""="',
  '"*) OR (t:"',
  'a AND NOT b NEAR(c)',
  '<script>alert(1)</script><img src=x onerror=alert(1)>',
  '{{7*7}} #{7*7} %s %n %00',
  '../../../../etc/passwd',
  '=1+1',
  'a\u0000b',
  '\u001b[31m\u0007\r\n',
  '\ud800 lone \udc00',
  '\ufeff\u200b\u200d\u202eright to left\u2066',
  '恒川精密机械有限公司（苏州）',
  'ﷺ e\u0301 İ ß ﬁ Ⅷ ½',
  '👩‍👩‍👧‍👦🏳️‍🌈'.repeat(20),
  '᠎ '.repeat(40),
  '9007199254740993',
  '-0',
  'NaN',
  '__proto__',
  'constructor',
  'null',
];

const hostile = fc.constantFrom(...HOSTILE);
const anyText = (maxLength: number): fc.Arbitrary<string> =>
  fc
    .oneof(
      { weight: 3, arbitrary: fc.string({ unit: 'binary', maxLength: 40 }) },
      { weight: 3, arbitrary: hostile },
      {
        weight: 3,
        arbitrary: fc.constantFrom('Li Wei', '李伟', 'Hengchuan', 'Pump arrives on Monday', '二期产线'),
      },
      { weight: 1, arbitrary: fc.constant('长'.repeat(maxLength)) },
    )
    .map((text) => text.slice(0, maxLength))
    .map((text) => (text.trim() === '' ? `x${text}`.slice(0, maxLength) : text));

/** An id that nobody has had, the same for the same seed. */
const freshId = fc.uuid({ version: 7 });

// What a schema asks by a function or a look-ahead is not to be seen in it.
const BY_SCHEMA = new Map<z.ZodType, fc.Arbitrary<unknown>>([
  [Id, freshId],
  [
    Domain,
    fc.oneof(fc.domain(), fc.constantFrom('恒川.example', 'a\u0000b.example', '\ud800.example', 'İ.example')),
  ],
  [
    Email,
    fc.oneof(
      fc.emailAddress(),
      fc.constantFrom('李@恒川.example', 'a\u0000b@x.example', 'li@\ud800.example', "o'h+İ@x.example"),
    ),
  ],
  [TimeZone, fc.constantFrom('Asia/Shanghai', 'Europe/Madrid', 'Mars/Base')],
]);
const BY_NAME: Record<string, fc.Arbitrary<unknown>> = {
  pageUrl: fc.webUrl(),
  kinds: fc.constantFrom('account', 'contact,lead', 'activity', 'opportunity,account,contact'),
  from: fc.constantFrom('2026-01-01', '2024-02-29'),
};

/** Values that a schema takes, as a client would send them. A kind of schema that it does not know fails the fuzz. */
export function arbitraryOf(schema: z.ZodType, name = ''): fc.Arbitrary<unknown> {
  const known = BY_SCHEMA.get(schema);
  if (known) return known;
  if (schema instanceof z.ZodOptional) return maybe(arbitraryOf(inner(schema), name), undefined);
  if (schema instanceof z.ZodDefault) return maybe(arbitraryOf(inner(schema), name), undefined);
  if (schema instanceof z.ZodNullable) return maybe(arbitraryOf(inner(schema), name), null);
  const named = BY_NAME[name];
  if (named) return named;
  if (schema instanceof z.ZodObject) return objectOf(schema);
  if (schema instanceof z.ZodArray) return fc.array(arbitraryOf(inner(schema, 'element')), { maxLength: 3 });
  if (schema instanceof z.ZodEnum) return fc.constantFrom(...schema.options);
  if (schema instanceof z.ZodLiteral) return fc.constantFrom(...schema.values);
  if (schema instanceof z.ZodBoolean) return fc.boolean();
  if (schema instanceof z.ZodNumber) return numberOf(schema);
  if (schema instanceof z.ZodString || schema instanceof z.ZodStringFormat) return stringOf(schema);
  if (schema instanceof z.ZodPipe) return pipeOf(schema, name);
  if (schema instanceof z.ZodUnion) {
    return fc.oneof(...schema.options.map((option) => arbitraryOf(option as z.ZodType)));
  }
  throw new Error(`no generator for ${schema.type} (${name})`);
}

const maybe = (arbitrary: fc.Arbitrary<unknown>, absent: undefined | null) =>
  fc.option(arbitrary, { nil: absent, freq: 2 });

/** Inner schemas are typed as zod's core sees them; every schema of ours is a whole one. */
function inner(schema: z.ZodType, key: 'innerType' | 'element' | 'in' | 'out' = 'innerType'): z.ZodType {
  return (schema.def as unknown as Record<typeof key, z.ZodType>)[key];
}

function objectOf(schema: z.ZodObject): fc.Arbitrary<unknown> {
  const fields = Object.entries(schema.shape).map(([name, field]) => [
    name,
    arbitraryOf(field as z.ZodType, name),
  ]);
  return fc.record(Object.fromEntries(fields), { noNullPrototype: true });
}

function numberOf({ minValue, maxValue }: z.ZodNumber): fc.Arbitrary<number> {
  const min = Math.max(minValue ?? -Infinity, Number.MIN_SAFE_INTEGER);
  const max = Math.min(maxValue ?? Infinity, Number.MAX_SAFE_INTEGER);
  return fc.oneof(
    fc.maxSafeInteger().filter((n) => n >= min && n <= max),
    fc.constantFrom(min, max),
  );
}

function stringOf(schema: z.ZodString | z.ZodStringFormat): fc.Arbitrary<string> {
  if (schema.format === 'date')
    return fc.date({ min: new Date(0), max: new Date(4e12), noInvalidDate: true }).map(dayOf);
  const pattern = patternOf(schema);
  const max = (schema instanceof z.ZodString && schema.maxLength) || 2000;
  return pattern ? fc.stringMatching(pattern).map((text) => text.slice(0, max)) : anyText(max);
}

const dayOf = (date: Date): string => date.toISOString().slice(0, 10);

const Pattern = z.object({ pattern: z.instanceof(RegExp) });

function patternOf({ def }: z.ZodString | z.ZodStringFormat): RegExp | undefined {
  const defs = [def, ...(def.checks ?? []).map((check) => check._zod.def)];
  return defs.flatMap((one) => Pattern.safeParse(one).data?.pattern ?? [])[0];
}

/** What comes out of a transform is bound by the schema behind it, what goes in by the one before. */
function pipeOf(schema: z.ZodPipe, name: string): fc.Arbitrary<unknown> {
  const out = inner(schema, 'out');
  return arbitraryOf(out instanceof z.ZodTransform ? inner(schema, 'in') : out, name);
}
