import { expect, test } from 'vitest';
import { buildLogs } from '../../scripts/seed/build-logs.ts';
import { buildWorld } from '../../scripts/seed/build-world.ts';
import { generate } from '../../scripts/seed/generate.ts';
import { SAMPLE } from '../../scripts/seed/seed-local.ts';
import type { Chunk } from '../../scripts/seed/tables.ts';
import { NewActivity } from '../../shared/activity.ts';
import { addDays, dayOf } from '../../shared/day.ts';

const NOW = Date.UTC(2026, 10, 22, 4);
const first = { wsId: 1, userId: 1, teamId: 1, seq: 1, nameSeq: 1 };
const sample = { ...SAMPLE, now: NOW, first };
const chunks = [...generate(sample)];
const world = buildWorld({ ...sample, isSample: true });
const logs = [...buildLogs(world, SAMPLE.activities)].flat();

const valuesOf = (table: string, column: string) =>
  chunks
    .filter((chunk) => chunk.table === table)
    .flatMap(({ columns, values }) => values.map((row) => row[columns.indexOf(column)]));
const countOf = (table: string) => valuesOf(table, 'ws_id').length;

test('the same seed and moment give the same rows', () => {
  const again: Chunk[] = [...generate(sample)];
  expect(again).toEqual(chunks);
  const other = [...generate({ ...sample, seed: 1 })];
  expect(other).not.toEqual(chunks);
});

test('the sample is as large as promised', () => {
  const counts = Object.fromEntries(
    ['account', 'contact', 'lead', 'opportunity', 'activity'].map((table) => [table, countOf(table)]),
  );
  expect(counts).toEqual({ account: 40, contact: 120, lead: 30, opportunity: 60, activity: 600 });
  const roles = valuesOf('membership', 'role');
  expect(roles.filter((role) => role === 'manager')).toHaveLength(2);
  expect(roles.filter((role) => role === 'rep')).toHaveLength(8);
  expect(roles.filter((role) => role === 'admin')).toHaveLength(1);
  expect(valuesOf('membership', 'team_id').filter((team) => team === 2)).toHaveLength(4);
});

test('every log is one that the panel could have sent', () => {
  for (const { input } of logs)
    expect(NewActivity.safeParse(input).error, JSON.stringify(input)).toBeUndefined();
});

test('about half of it is Chinese, and no slot is left open', () => {
  const texts = logs.map(({ input }) => `${input.subject ?? ''}${input.text ?? ''}${input.summary ?? ''}`);
  const chinese = texts.filter((text) => /\p{Script=Han}{4}/u.test(text)).length;
  expect(chinese / texts.length).toBeGreaterThan(0.4);
  expect(chinese / texts.length).toBeLessThan(0.65);
  expect(texts.filter((text) => /[{}]|undefined/.test(text))).toEqual([]);
});

test('all of it happened in the last ninety days, and the newest of it today', () => {
  const days = valuesOf('activity', 'day').map(String).sort();
  const today = dayOf(NOW, world.place.timeZone);
  expect(days.at(-1)).toBe(today);
  expect(days[0]).toSatisfy((day: string) => day >= addDays(today, -93));
  for (const { at, input } of logs) {
    expect(input.occurredAt).toBeLessThanOrEqual(at);
    expect(at).toBeLessThanOrEqual(NOW);
  }
});

test('nobody real can be written to: every address ends in .example or .test', () => {
  const addresses = ['contact_email', 'lead', 'member', 'activity_party'].flatMap((table) =>
    valuesOf(table, 'email'),
  );
  const domains = valuesOf('account_domain', 'domain');
  for (const address of [...addresses, ...domains])
    expect(String(address ?? '.test')).toMatch(/\.(example|test)$/);
});

test.each([
  'priya.raman@harborlabs.example',
  'm.oyelaran@harborlabs.example',
  'li.na@huaqing-instruments.example',
  'zhao.min@huaqing-instruments.example',
  'wangjianguo@lanhai-testing.example',
  'ngozi.okafor@kestrelfoods.example',
  'meiling.chen@jingrui.example',
  'levi.cohen@negev-water.example',
  'ahmad@gulf-desal.example',
  'ingrid.sorensen@fjordwater.example',
  'jose@munoz-vinos.example',
  'sam@tidewater-eng.example',
])(
  '%s, who writes to the sample mailbox, is a contact with an open opportunity of Dana Whitfield',
  (address) => {
    const customer = world.customers.find(({ contacts }) => contacts.some(({ email }) => email === address));
    expect(customer?.owner.email).toBe('rep@example.test');
    expect(customer?.opportunities.some(({ row }) => row.status === 'open')).toBe(true);
  },
);

test.each([
  'w.zhang@fast-payments.example',
  'm.oyelaran@xn--hrborlabs-0yh.example',
  'forms@websubmit.example',
])('%s is nobody we know', (address) => {
  expect(valuesOf('contact_email', 'email')).not.toContain(address);
  expect(valuesOf('account_domain', 'domain')).not.toContain(address.split('@')[1]);
});

test('a neighbour shares the shard and nothing else', () => {
  const two = [...generate({ ...sample, workspaces: 2, activities: 20, neighbourActivities: 20 })];
  const ids = (wsId: number) =>
    two
      .filter(({ table }) => table === 'activity')
      .flatMap(({ columns, values }) =>
        values
          .filter((row) => row[columns.indexOf('ws_id')] === wsId)
          .map((row) => row[columns.indexOf('id')]),
      );
  expect(ids(1)).toHaveLength(20);
  expect(ids(2)).toHaveLength(20);
  expect(new Set([...ids(1), ...ids(2)]).size).toBe(40);
});
