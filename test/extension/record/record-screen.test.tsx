import { act } from 'preact/test-utils';
import { afterEach, expect, test } from 'vitest';
import { RecordScreen } from '../../../extension/activities/RecordScreen.tsx';
import { queryClient } from '../../../extension/app/queries.ts';
import { toast } from '../../../extension/app/toast.ts';
import type { Activity } from '../../../shared/activity.ts';
import { idOf } from '../activities/samples.ts';
import { button, close, find, open, press, text, type, until } from '../activities/screen.tsx';
import { activityOf } from './samples.ts';

afterEach(close);

type Sent = { version: string | null; json: Record<string, unknown> };

/** A server that holds one record, and another version of it once `meanwhile` is set. */
class Server {
  readonly sent: Sent[] = [];
  record: Activity = activityOf();

  show(): void {
    queryClient.setQueryData(['activity', this.record.id], this.record);
    open(<RecordScreen id={this.record.id} />, {});
    globalThis.fetch = async (input, init) => {
      const request = new Request(input, init);
      if (!request.url.includes('/activities/')) throw new TypeError('Failed to fetch');
      if (request.method === 'GET') return Response.json(this.record);
      const version = request.headers.get('if-match');
      const json = (await request.json()) as Record<string, unknown>;
      this.sent.push({ version, json });
      if (version !== `"${this.record.version}"`) return refusal(412, 'stale_version');
      this.record = { ...this.record, ...json, version: this.record.version + 1, editedAt: 5 } as Activity;
      return Response.json(this.record);
    };
  }
}

const refusal = (status: number, code: string) =>
  Response.json({ code, message: code, requestId: 'r' }, { status });

async function openForm(): Promise<void> {
  await press('More');
  const entry = await until(() =>
    [...document.querySelectorAll<HTMLElement>('[role=menuitem]')].find((one) => one.textContent === 'Edit'),
  );
  entry.click();
  await until(() => find('form'));
}

const textarea = (label: string) =>
  [...document.querySelectorAll('label')].find((one) => one.textContent === label)?.getAttribute('for') ?? '';

const write = (label: string, words: string) => type(`[id="${textarea(label)}"]`, words);

test('only what was changed is sent, on top of the version that was read', async () => {
  const server = new Server();
  server.show();
  await openForm();
  write('Text', 'The gearbox.');
  await press('Save');
  await until(() => text().includes('The gearbox.') && !find('form'));
  expect(server.sent).toEqual([{ version: '"1"', json: { text: 'The gearbox.' } }]);
  expect(text()).toContain('edited');
});

test('a second Ctrl+Enter while it is being saved sends nothing', async () => {
  const server = new Server();
  server.record = activityOf({ id: idOf(34) });
  server.show();
  await openForm();
  write('Text', 'The gearbox.');
  const answer = globalThis.fetch;
  globalThis.fetch = async (...request) => {
    await new Promise((resolve) => setTimeout(resolve, 30));
    return answer(...request);
  };
  const save = () =>
    act(async () => {
      document.dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter', ctrlKey: true, bubbles: true }));
    });
  await save();
  await save();
  await until(() => !find('form'));
  await act(() => new Promise((resolve) => setTimeout(resolve, 60)));
  expect(server.sent.map(({ version }) => version)).toEqual(['"1"']);
});

test('a colleague’s log meanwhile is no question: the change is saved onto the newer version', async () => {
  const server = new Server();
  server.show();
  await openForm();
  write('Text', 'The gearbox.');
  server.record = { ...server.record, version: 4, contributors: 2 };
  await press('Save');
  await until(() => !find('form'));
  expect(server.sent.map(({ version }) => version)).toEqual(['"1"', '"4"']);
  expect(server.record.text).toBe('The gearbox.');
});

test('what was changed elsewhere too is shown beside one’s own, and nothing is written over unasked', async () => {
  const server = new Server();
  server.show();
  await openForm();
  write('Text', 'The gearbox.');
  server.record = { ...server.record, version: 2, text: 'The propeller.' };
  await press('Save');
  await until(() => text().includes('The propeller.'));
  expect(text()).toContain('The gearbox.');
  expect(server.record.text).toBe('The propeller.');
  await press('Save mine');
  await until(() => !find('form'));
  expect(server.record.text).toBe('The gearbox.');
});

test('who keeps what was changed elsewhere sees it, and what one had typed is gone', async () => {
  const server = new Server();
  server.record = activityOf({ id: idOf(33) });
  server.show();
  await openForm();
  write('Text', 'The gearbox.');
  server.record = { ...server.record, version: 2, text: 'The propeller.' };
  await press('Save');
  await press('Keep what is saved');
  await until(() => !find('form') && text().includes('The propeller.'));
  await openForm();
  expect(written('Text')).toBe('The propeller.');
});

test('a lower level says what will be gone before it is saved', async () => {
  const server = new Server();
  server.show();
  await openForm();
  const levels = [...document.querySelectorAll<HTMLElement>('[role=radio]')];
  levels.find((one) => one.textContent === 'Subject')?.click();
  await until(() => text().includes('removes the text and the summary, for everyone and for good'));
  expect(button('Save')).toBeDefined();
  await press('Save');
  await until(() => server.sent.length === 1);
  expect(server.sent[0]?.json).toEqual({ level: 'subject' });
});

test('a refusal is told in words, and what was typed stays', async () => {
  const server = new Server();
  server.show();
  await openForm();
  write('Your note', 'Call again.');
  globalThis.fetch = async () => refusal(503, 'unavailable');
  await press('Save');
  await until(() => text().includes('Not saved.'));
  expect(find('form')).not.toBeNull();
  expect(document.querySelector<HTMLTextAreaElement>(`[id="${textarea('Your note')}"]`)?.value).toBe(
    'Call again.',
  );
});

const written = (label: string) =>
  document.querySelector<HTMLTextAreaElement>(`[id="${textarea(label)}"]`)?.value;

test('what was typed survives Escape, and goes with Cancel', async () => {
  const server = new Server();
  server.record = activityOf({ id: idOf(31) });
  server.show();
  await openForm();
  write('Your note', 'Call again.');
  document.dispatchEvent(new KeyboardEvent('keydown', { key: 'Escape', bubbles: true }));
  await until(() => !find('form'));
  await openForm();
  await until(() => written('Your note') === 'Call again.');
  await press('Cancel');
  await openForm();
  await until(() => written('Your note') === 'Ask.');
  expect(server.sent).toEqual([]);
});

test('a note may be as long as the server keeps, in bytes; a longer one is told and not sent', async () => {
  const server = new Server();
  server.record = activityOf({ id: idOf(32) });
  server.show();
  await openForm();
  write('Your note', '记'.repeat(2001));
  await until(() => text().includes('This is too long.'));
  await press('Save');
  expect(server.sent).toEqual([]);
  write('Your note', '记'.repeat(2000));
  await until(() => !text().includes('This is too long.'));
  await press('Save');
  await until(() => !find('form'));
  expect(server.sent[0]?.json).toEqual({ note: '记'.repeat(2000) });
});

test('the outcome is changed where it stands, and put back', async () => {
  const server = new Server();
  server.show();
  await press('Outcome: ');
  const option = await until(() =>
    [...document.querySelectorAll<HTMLElement>('[role=option]')].find(
      (one) => one.textContent === 'Positive',
    ),
  );
  option.click();
  await until(() => toast.value?.action);
  expect(server.sent[0]?.json).toEqual({ outcome: 'positive' });
  toast.value?.action?.run();
  await until(() => server.sent.length === 2);
  expect(server.sent[1]).toEqual({ version: '"2"', json: { outcome: 'neutral' } });
});

test('a foreign record offers neither edit nor move', async () => {
  const server = new Server();
  server.record = activityOf({
    ownerId: 8,
    contributions: [{ userId: 8, level: 'full', visibility: 'team', loggedAt: 1 }],
  });
  server.show();
  await until(() => text().includes('The turbine.'));
  expect(button('More')).toBeUndefined();
});
