import { QueryClientProvider } from '@tanstack/preact-query';
import { afterEach, expect, test } from 'vitest';
import { ActivityRow } from '../../../extension/activities/ActivityRow.tsx';
import { RecordBody } from '../../../extension/activities/record/RecordBody.tsx';
import { RecordFacts } from '../../../extension/activities/record/RecordFacts.tsx';
import { SavedScreen } from '../../../extension/activities/SavedScreen.tsx';
import { t } from '../../../extension/app/i18n.ts';
import { queryClient } from '../../../extension/app/queries.ts';
import { Palette } from '../../../extension/app/search/Palette.tsx';
import type { Found } from '../../../extension/app/search/use-found.ts';
import { ToastHost } from '../../../extension/app/ToastHost.tsx';
import { forgetToasts, showToast } from '../../../extension/app/toast.ts';
import { QueueRow } from '../../../extension/outbox/QueueRow.tsx';
import { shown } from '../../../extension/ui/shown.ts';
import type { Activity } from '../../../shared/activity.ts';
import { idOf, me } from '../activities/samples.ts';
import { feedItem } from '../feed/samples.ts';
import { show } from './render.ts';

/** Drawn as it stands, it reads `invoiceexe.pdf`. */
const EVIL = 'invoice\u202efdp.exe';
const named = { id: idOf(1), name: EVIL };
const nextStep = { taskId: idOf(2), text: EVIL, dueOn: '2026-11-20', kind: 'call' } as const;
const row = feedItem(1, {
  account: named,
  opportunity: { ...named, amountMinor: 100, currency: 'EUR' },
  subject: EVIL,
  snippet: EVIL,
  nextStep,
});
const activity: Activity = {
  ...row,
  parties: [
    { role: 'from', name: EVIL },
    { role: 'to', email: `${EVIL}@a.example` },
  ],
  contributions: [],
  attachments: [{ name: EVIL }],
  isTextCut: false,
  version: 1,
};
const queued = {
  id: idOf(3),
  server: 'https://crm.example',
  userId: 7,
  workspaceId: '1',
  kind: 'activity',
  payload: '{}',
  hash: '',
  label: { title: EVIL, accountName: EVIL, type: 'email' },
  createdAt: 0,
  attempts: 0,
  state: 'waiting',
} as const;
const saved = {
  source: 's',
  id: idOf(3),
  title: EVIL,
  about: { account: named, contact: named, opportunity: named },
  payload: { id: idOf(3), type: 'email', occurredAt: 0, nextStep },
  reopen: async () => {},
} as const;
const found: Found = {
  groups: [
    {
      name: 'people',
      entries: [
        { kind: 'name', key: 'a', hit: { kind: 'account', ...named, hint: EVIL } },
        { kind: 'activity', key: 'b', item: row },
      ],
    },
  ],
  isSearching: false,
  isNothing: false,
  error: null,
};
const nothing = () => {};

afterEach(forgetToasts);

test('a name cannot turn the direction of what is shown', () => {
  expect(shown(EVIL)).toBe('invoicefdp.exe');
  expect(shown('בקשה LK-200')).toBe('בקשה LK-200');
  expect(t('now.toast_to', { name: EVIL })).toContain('invoicefdp.exe');
});

test.each([
  ['row of the feed', () => <ActivityRow item={row} me={me} onOpen={nothing} />],
  ['short row', () => <ActivityRow item={row} me={me} isCompact onOpen={nothing} />],
  ['text of the record', () => <RecordBody activity={activity} me={me} />],
  ['facts of the record', () => <RecordFacts activity={activity} me={me} />],
  ['row of the queue', () => <QueueRow record={queued} />],
  ['saved log', () => <SavedScreen saved={saved} me={me} />],
  ['found', () => <Palette typed="fdp" onType={nothing} found={found} onOpen={nothing} />],
  ['toast', () => <ToastHost />],
] as const)('%s: neither its words nor its titles turn', (_name, Content) => {
  showToast({ text: EVIL });
  const place = show(
    <QueryClientProvider client={queryClient}>
      <Content />
    </QueryClientProvider>,
  );
  expect(place.textContent).toContain('fdp');
  expect(place.innerHTML).not.toContain('\u202e');
});
