import { QueryClientProvider } from '@tanstack/preact-query';
import { render, type VNode } from 'preact';
import { act } from 'preact/test-utils';
import { savedLog } from '../../../extension/activities/saved.ts';
import { connect } from '../../../extension/api/client.ts';
import { captured } from '../../../extension/app/captured.ts';
import { deviceDb } from '../../../extension/app/device-db.ts';
import { queryClient } from '../../../extension/app/queries.ts';
import { session } from '../../../extension/app/session.ts';
import { forgetToasts } from '../../../extension/app/toast.ts';
import type { NewActivity } from '../../../shared/activity.ts';
import type { CapturedMail, CapturedPage } from '../../../shared/capture.ts';
import type { Context } from '../../../shared/context.ts';
import { CAPTURED_AT, me } from './samples.ts';

const SERVER = 'https://crm.example';
const root = document.createElement('div');
document.body.append(root);

/** What the server answers to each path; a path that is not here gets no answer, as with a cable pulled. */
export type Answers = Record<string, unknown>;

/** The panel of `me`, with only the network replaced. */
export function open(screen: VNode, answers: Answers): void {
  globalThis.fetch = async (input) => {
    const { pathname } = new URL(input instanceof Request ? input.url : input);
    const path = pathname.replace('/api/v1/', '');
    if (path in answers) return Response.json(answers[path]);
    throw new TypeError('Failed to fetch');
  };
  connect({ server: SERVER, token: 't', onSignedOut: () => {} });
  session.value = { server: SERVER, token: 't', me };
  act(() => render(<QueryClientProvider client={queryClient}>{screen}</QueryClientProvider>, root));
}

export async function close(): Promise<void> {
  act(() => render(null, root));
  forgetToasts();
  queryClient.clear();
  savedLog.value = undefined;
  captured.value = { state: 'idle' };
  const db = await deviceDb();
  await Promise.all([db.clear('outbox'), db.clear('drafts')]);
}

export function capture(item: CapturedMail | CapturedPage): void {
  captured.value = {
    state: 'done',
    tabId: 1,
    windowId: 1,
    url: 'https://mail.example/',
    origin: 'https://mail.example',
    capturedAt: CAPTURED_AT,
    result: { status: 'item', item },
    hasSitePermission: false,
    silentFrames: 0,
  };
}

export const answering = (context: Context): Answers => ({ context });

/** Waits until `find` finds something, for at most a second. */
export async function until<T>(find: () => T | null | undefined | false): Promise<T> {
  const end = Date.now() + 1000;
  for (;;) {
    const found = find();
    if (found) return found;
    if (Date.now() > end) throw new Error(`Not there in time. The screen says: ${root.textContent}`);
    await act(() => new Promise((resolve) => setTimeout(resolve, 10)));
  }
}

export const text = (): string => root.textContent ?? '';
export const find = (selector: string): HTMLElement | null => root.querySelector(selector);

/** A button by what it is called. */
export const button = (name: string): HTMLButtonElement | undefined =>
  [...root.querySelectorAll('button')].find((one) =>
    (one.getAttribute('aria-label') ?? one.textContent ?? '').startsWith(name),
  );

export async function press(name: string): Promise<void> {
  const found = await until(() => {
    const one = button(name);
    return one?.getAttribute('aria-disabled') === 'true' ? undefined : one;
  });
  await act(() => found.click());
}

export function type(selector: string, value: string): void {
  const input = root.querySelector<HTMLInputElement | HTMLTextAreaElement>(selector);
  if (!input) throw new Error(`No field ${selector}`);
  act(() => {
    input.value = value;
    input.dispatchEvent(new Event('input', { bubbles: true }));
  });
}

/** What was saved on this device, as it would be sent. */
export async function outboxPayloads(): Promise<NewActivity[]> {
  const records = await (await deviceDb()).getAll('outbox');
  return records
    .filter(({ kind, cancelledBy }) => kind === 'activity' && !cancelledBy)
    .map(({ payload }) => JSON.parse(payload) as NewActivity);
}
