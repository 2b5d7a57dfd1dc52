import { expect, test } from 'vitest';
import { emptyGroups, foundGroups } from '../../../extension/app/search/entries.ts';
import type { NameHit } from '../../../shared/search.ts';
import { feedItem } from '../feed/samples.ts';

const hit = (kind: NameHit['kind'], id: string): NameHit => ({ kind, id, name: id });
const shape = (groups: ReturnType<typeof foundGroups>) =>
  groups.map(({ name, entries }) => [name, entries.map(({ key }) => key)]);

test('accounts stand before people, people before leads, and opportunities with the logs', () => {
  const names = [hit('lead', 'l'), hit('opportunity', 'o'), hit('contact', 'c'), hit('account', 'a')];
  const item = feedItem(1);
  expect(shape(foundGroups({ names, activities: [item] }, []))).toEqual([
    ['people', ['account-a', 'contact-c', 'lead-l']],
    ['deals', ['opportunity-o', `activity-${item.id}`]],
    ['commands', ['do-write']],
  ]);
});

test('a log is offered for the best match', () => {
  const groups = foundGroups({ names: [hit('lead', 'l'), hit('account', 'a')], activities: [] }, []);
  expect(groups.at(-1)?.entries[0]).toMatchObject({ command: 'write', about: { id: 'a' } });
});

test('with nothing found, writing a log is still on offer', () => {
  expect(shape(foundGroups({ names: [], activities: [] }, []))).toEqual([['commands', ['do-write']]]);
});

test('a screen that was named is offered once', () => {
  const groups = foundGroups({ names: [], activities: [] }, ['write', 'settings']);
  expect(shape(groups)).toEqual([['commands', ['do-write', 'do-settings']]]);
});

test('before anything is typed, what was used last stands first', () => {
  expect(emptyGroups([hit('account', 'a')]).map(({ name }) => name)).toEqual(['recent', 'commands']);
  expect(emptyGroups([]).map(({ name }) => name)).toEqual(['commands']);
});
