import { QueryClientProvider } from '@tanstack/preact-query';
import { act } from 'preact/test-utils';
import { afterEach, expect, test, vi } from 'vitest';
import { NowScreen } from '../../../extension/activities/NowScreen.tsx';
import { queryClient } from '../../../extension/app/queries.ts';
import { type Answer, type Asked, refusal, signInTo } from '../setup/server.ts';
import { byRole, click, show } from '../ui/render.ts';
import { contextWith, mailOf, me } from './samples.ts';
import { capture, close } from './screen.tsx';

afterEach(close);

/** The form to add the sender, at an account that is made with it. */
async function openForm(posted: (asked: Asked) => Answer): Promise<Asked[]> {
  capture(mailOf());
  const log = signInTo(me, (asked) => {
    if (asked.path === '/context') return { body: contextWith({}) };
    return asked.path === '/search' ? { body: { names: [], activities: [] } } : posted(asked);
  });
  show(
    <QueryClientProvider client={queryClient}>
      <NowScreen />
    </QueryClientProvider>,
  );
  click(await vi.waitFor(() => byRole('button', 'Add 王建国 as a contact')));
  fill('Account', 'Hengchuan');
  click(await vi.waitFor(() => byRole('option')));
  return log;
}

function fill(label: string, value: string): void {
  const field = [...document.querySelectorAll('input')].find(
    (input) => input.ariaLabel === label || input.labels?.[0]?.textContent === label,
  );
  act(() => {
    if (field) field.value = value;
    field?.dispatchEvent(new Event('input', { bubbles: true }));
  });
}

const bodies = (log: readonly Asked[], path: string) =>
  log.filter((asked) => asked.path === path).map(({ body }) => body as { id: string; name: string });

test('a contact refused at first is sent again under the same id, a changed one under its own', async () => {
  const log = await openForm(({ path }) =>
    path === '/contacts' ? refusal(503, 'unavailable') : { body: {} },
  );
  const add = async (times: number) => {
    click(byRole('button', 'Add contact'));
    await vi.waitFor(() => expect(bodies(log, '/contacts')).toHaveLength(times));
    await vi.waitFor(() => byRole('alert'));
  };
  await add(1);
  await add(2);
  fill('Name', 'Wang Jianguo');
  await add(3);
  const [first, again, changed] = bodies(log, '/contacts');
  expect(again).toEqual(first);
  expect(changed?.name).toBe('Wang Jianguo');
  expect(changed?.id).not.toBe(first?.id);
  expect(bodies(log, '/accounts')).toHaveLength(1);
});

test('an account whose answer was lost is sent again under the same id', async () => {
  const log = await openForm(() => new TypeError('Failed to fetch'));
  for (const times of [1, 2]) {
    click(byRole('button', 'Add contact'));
    await vi.waitFor(() => expect(bodies(log, '/accounts')).toHaveLength(times));
    await vi.waitFor(() => byRole('alert'));
  }
  const [first, again] = bodies(log, '/accounts');
  expect(again).toEqual(first);
});
