import { QueryClientProvider } from '@tanstack/preact-query';
import { act } from 'preact/test-utils';
import { afterEach, expect, test, vi } from 'vitest';
import { back, settleFocus, view } from '../../../extension/app/navigation.ts';
import { queryClient } from '../../../extension/app/queries.ts';
import { Header } from '../../../extension/app/shell/Header.tsx';
import { forgetToasts, toast } from '../../../extension/app/toast.ts';
import { outbox } from '../../../extension/outbox/outbox.ts';
import type { OutboxRecord } from '../../../extension/outbox/record.ts';
import { EMPTY_VIEW } from '../../../extension/outbox/view.ts';
import { troubles } from '../../../extension/tasks/change-task.ts';
import { TodayScreen } from '../../../extension/tasks/TodayScreen.tsx';
import { heard } from '../../../extension/tasks/use-today.ts';
import { addDays } from '../../../shared/day.ts';
import type { Today, TodayTask } from '../../../shared/today.ts';
import { me } from '../activities/samples.ts';
import { type Answer, type Asked, refusal, signInTo } from '../setup/server.ts';
import { byRole, click, press, show } from '../ui/render.ts';
import { DAY, late, task, thread, today } from './samples.ts';

const TOMORROW = addDays(DAY, 1);

/** The screen on `day`; `answer` is what the server says to anything else than that. */
async function open(day: Today, answer: (asked: Asked) => Answer = saved(day)): Promise<Asked[]> {
  const asked = signInTo(me, (request) => (request.path === '/today' ? { body: day } : answer(request)));
  show(
    <QueryClientProvider client={queryClient}>
      <Header />
      <main id="screen" tabIndex={-1}>
        <TodayScreen />
      </main>
    </QueryClientProvider>,
  );
  await vi.waitFor(() => expect(document.querySelector('#quick-add')).not.toBeNull());
  return asked;
}

/** A server that takes every change. */
const saved =
  ({ overdue, due, doneToday }: Today) =>
  ({ path, body }: Asked): Answer => {
    const known = [...overdue, ...due, ...doneToday].find(({ id }) => path.endsWith(id));
    return { body: known ? { ...known, ...(body as Partial<TodayTask>), version: known.version + 1 } : null };
  };

const changes = (asked: readonly Asked[]) =>
  asked.filter(({ method }) => method !== 'GET').map(({ ifMatch, body }) => ({ ifMatch, body }));
const rowOf = (title: string) =>
  [...document.querySelectorAll<HTMLElement>('[data-row]')].find(({ textContent }) =>
    textContent?.includes(title),
  );
const box = (title: string) => rowOf(title)?.querySelector<HTMLInputElement>('input');
const says = (words: string) =>
  vi.waitFor(() => expect(document.querySelector('#screen')?.textContent).toContain(words));
const badge = () => document.querySelector('#tab-today')?.textContent;

/** Long enough for a second request to have been made. */
const settled = () => act(() => new Promise((resolve) => setTimeout(resolve, 50)));
const deliveredAt = (at: number): OutboxRecord => ({
  ...{ server: 's', userId: me.user.id, workspaceId: me.workspace.id },
  ...{ id: `log ${at}`, kind: 'activity', payload: '', hash: '', attempts: 1, createdAt: at },
  ...{ label: { title: '', type: 'note' }, state: 'delivered', deliveredAt: at },
});

afterEach(() => {
  // First of all: what still stands would ask for the day anew, in the name of the next test.
  show(null);
  outbox.value = EMPTY_VIEW;
  queryClient.clear();
  forgetToasts();
  troubles.value = new Map();
  heard.value = { at: 0, isSilent: false };
});

test('what is done is struck at once and stays; the toast takes it back', async () => {
  const asked = await open(today({ overdue: [late(1)], due: [task(2)] }));
  expect(badge()).toContain('2');
  click(box('task 1'));
  await vi.waitFor(() => expect(badge()).toContain('1'));
  expect(rowOf('task 1')?.querySelector('.line-through')).not.toBeNull();
  await vi.waitFor(() => expect(toast.value?.text).toBe('Done: task 1'));
  act(() => toast.value?.action?.run());
  await vi.waitFor(() =>
    expect(changes(asked)).toEqual([
      { ifMatch: '"1"', body: { status: 'done' } },
      { ifMatch: '"2"', body: { status: 'todo' } },
    ]),
  );
});

test('the answer to an earlier change does not hide a later one', async () => {
  const asked = await open(today({ due: [task(1)] }));
  const answer = globalThis.fetch;
  const release: (() => void)[] = [];
  vi.stubGlobal('fetch', async (...request: Parameters<typeof fetch>) => {
    const said = await answer(...request);
    await new Promise<void>((resolve) => release.push(resolve));
    return said;
  });
  const isStruck = () => rowOf('task 1')?.querySelector('.line-through') !== null;
  click(box('task 1'));
  await vi.waitFor(() => expect([isStruck(), release.length]).toEqual([true, 1]));
  click(box('task 1'));
  await vi.waitFor(() => expect(isStruck()).toBe(false));
  release[0]?.();
  await vi.waitFor(() => expect(changes(asked)).toHaveLength(2));
  await act(() => new Promise((resolve) => setTimeout(resolve, 20)));
  expect(isStruck()).toBe(false);
  release[1]?.();
});

test('where the server refuses, the task is as it was and says why; nothing says that it was done', async () => {
  await open(today({ due: [task(1)] }), () => refusal(403, 'forbidden'));
  click(box('task 1'));
  await says('Not saved. You have no right to do this');
  expect(box('task 1')?.checked).toBe(false);
  expect(toast.value).toBeUndefined();
  click(byRole('button', 'Cancel'));
  await vi.waitFor(() => expect(document.body.textContent).not.toContain('Not saved'));
});

test('what was changed meanwhile shows both, and mine goes on top of what is saved', async () => {
  const theirs = task(1, { title: 'call Wang', version: 5 });
  const asked = await open(today({ due: [task(1)] }), ({ method, ifMatch }) =>
    method === 'PATCH' && ifMatch === '"1"' ? refusal(412, 'stale_version') : { body: theirs },
  );
  click(box('task 1'));
  await says('call Wang, Today, to do');
  await says('call Wang, Today, done');
  click(byRole('button', 'Save mine'));
  await vi.waitFor(() => expect(changes(asked).at(-1)).toEqual({ ifMatch: '"5"', body: { status: 'done' } }));
});

test('everything overdue goes to tomorrow and comes back', async () => {
  const asked = await open(today({ overdue: [late(1), late(2)] }));
  click(byRole('button', 'All to tomorrow'));
  await vi.waitFor(() => expect(toast.value?.text).toBe('Tomorrow: 2 tasks'));
  act(() => toast.value?.action?.run());
  await vi.waitFor(() => expect(changes(asked)).toHaveLength(4));
  expect(changes(asked).map(({ body }) => body)).toEqual([
    { dueOn: TOMORROW },
    { dueOn: TOMORROW },
    { dueOn: addDays(DAY, -1), dueAt: null },
    { dueOn: addDays(DAY, -1), dueAt: null },
  ]);
});

test('moved tasks have the day read anew once, when all are saved', async () => {
  const tasks = [late(1), late(2), late(3), late(4)];
  const asked = await open(today({ overdue: tasks }));
  click(byRole('button', 'All to tomorrow'));
  await vi.waitFor(() => expect(changes(asked)).toHaveLength(4));
  await settled();
  expect(asked.filter(({ path }) => path === '/today')).toHaveLength(2);
});

test('J and K move, X does, and S offers when instead', async () => {
  const asked = await open(today({ overdue: [late(1)], due: [task(2)], waiting: [thread(4)] }));
  press(document.body, 'j');
  press(document.activeElement, 'j');
  expect(document.activeElement).toBe(box('task 2'));
  press(document.activeElement, 's');
  expect(byRole('menu').textContent).toContain('Tomorrow');
  press(byRole('menu'), 'End');
  press(byRole('menu'), 'Escape');
  press(document.activeElement, 'j');
  press(document.activeElement, 'x');
  await vi.waitFor(() => expect(rowOf('mail 4')).toBeUndefined());
  await vi.waitFor(() => expect(changes(asked)).toHaveLength(1));
  expect(changes(asked).map(({ body }) => body)).toEqual([
    { to: 'settled', activityId: thread(4).activityId },
  ]);
});

test('Enter on a row opens what it is about, and the way back leads to the row', async () => {
  await open(today({ due: [task(1), task(2, { activityId: 'a2' })] }));
  press(document.body, 'j');
  press(document.activeElement, 'j');
  press(document.activeElement, 'Enter');
  expect(view.value).toEqual({ name: 'record', id: 'a2' });
  const screen = document.querySelector<HTMLElement>('#screen');
  screen?.focus();
  act(back);
  if (screen) settleFocus(screen);
  expect(document.activeElement).toBe(box('task 2'));
});

test('the focus goes on where its row goes, and stays away once it was left', async () => {
  await open(today({ due: [task(1), task(2)] }));
  press(document.body, 'j');
  act(() => void queryClient.setQueryData(['today'], today({ due: [task(2)] })));
  await vi.waitFor(() => expect(document.activeElement).toBe(box('task 2')));
  box('task 2')?.blur();
  act(() => void queryClient.setQueryData(['today'], today({ due: [task(2), task(3)] })));
  await vi.waitFor(() => expect(box('task 3')).toBeDefined());
  expect(document.activeElement).toBe(document.body);
});

test('a typed task keeps its words and its id until the server has it', async () => {
  let isUp = false;
  const asked = await open(today(), () => (isUp ? { body: { id: 'x' } } : new TypeError('down')));
  const input = document.querySelector<HTMLInputElement>('#quick-add');
  act(() => {
    if (input) input.value = 'Send samples';
    input?.dispatchEvent(new Event('input', { bubbles: true }));
  });
  click(byRole('button', 'Add'));
  await says('Not saved: the server does not answer');
  isUp = true;
  click(byRole('button', 'Add'));
  await vi.waitFor(() => expect(rowOf('Send samples')).toBeDefined());
  const [first, second] = changes(asked).map(({ body }) => body);
  expect(second).toEqual(first);
  expect(second).toMatchObject({ title: 'Send samples', dueOn: DAY });
});

test('the day is read once, however many show it, when one comes back and after a log', async () => {
  const asked = await open(today({ due: [task(1)] }));
  const read = () => asked.filter(({ path }) => path === '/today').length;
  expect(read()).toBe(1);
  heard.value = { at: 1, isSilent: false };
  act(() => void dispatchEvent(new Event('focus')));
  await vi.waitFor(() => expect(read()).toBe(2));
  await settled();
  expect(read()).toBe(2);
  act(() => {
    outbox.value = { ...outbox.value, delivered: [deliveredAt(Date.now() + 1)] };
  });
  await vi.waitFor(() => expect(read()).toBe(3));
  await settled();
  expect(read()).toBe(3);
});

test.each<[string, () => void]>([
  ['a task', () => click(box('task 1'))],
  ['a conversation', () => click(rowOf('mail 4')?.querySelector('[data-settle]'))],
])('a reading that a change of %s cuts off is made up for', async (_, change) => {
  const asked = await open(today({ due: [task(1)], waiting: [thread(4)] }));
  act(() => {
    outbox.value = { ...outbox.value, delivered: [deliveredAt(Date.now() + 1)] };
  });
  change();
  await vi.waitFor(() => expect(changes(asked)).toHaveLength(1));
  await settled();
  expect(asked.filter(({ path }) => path === '/today')).toHaveLength(3);
});

test('the day is not read anew for a log that it knows of', async () => {
  const asked = await open(today({ due: [task(1)] }));
  act(() => {
    outbox.value = { ...outbox.value, delivered: [deliveredAt(Date.now() - 60_000)] };
  });
  await settled();
  expect(asked.filter(({ path }) => path === '/today')).toHaveLength(1);
});

test('a free day says what comes', async () => {
  await open(today({ doneToday: [task(1, { status: 'done' })], next: { day: TOMORROW, count: 3 } }));
  await says('Nothing left today');
  await says('Tomorrow has 3 tasks.');
});

test('a day on which nothing was planned says how it fills', async () => {
  await open(today());
  await says('Nothing planned today');
});

test('where the server falls silent the day stays, and says of when it is', async () => {
  const answers: Answer[] = [{ body: today({ due: [task(1)] }) }];
  signInTo(me, () => answers[0] ?? new TypeError('down'));
  show(
    <QueryClientProvider client={queryClient}>
      <TodayScreen />
    </QueryClientProvider>,
  );
  await vi.waitFor(() => expect(rowOf('task 1')).toBeDefined());
  answers.pop();
  await act(() =>
    queryClient.invalidateQueries({ queryKey: ['today'] }, { throwOnError: false }).catch(() => {}),
  );
  await vi.waitFor(() => expect(document.body.textContent).toContain('As of'), { timeout: 8000 });
  expect(rowOf('task 1')).toBeDefined();
}, 15_000);
