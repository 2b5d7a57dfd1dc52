import { expect, test } from 'vitest';
import { obstacleOf } from '../../../extension/activities/now/obstacle.ts';
import type { CaptureState } from '../../../extension/app/captured.ts';
import type { FrameResult } from '../../../shared/capture.ts';

const done = (result: FrameResult, hasSitePermission = false): CaptureState => ({
  state: 'done',
  tabId: 1,
  windowId: 1,
  url: 'https://mail.example/inbox?x=1',
  origin: 'https://mail.example',
  capturedAt: 1,
  result,
  hasSitePermission,
  silentFrames: 0,
});
const none = (reason: Extract<FrameResult, { status: 'none' }>['reason'], origin?: string): FrameResult => ({
  status: 'none',
  reason,
  origin,
});

test.each<[string, CaptureState, object]>([
  ['a list of mails', done(none('list')), { code: 'list', site: 'https://mail.example' }],
  ['a list on a site allowed for good', done(none('list'), true), { code: 'list' }],
  ['a mail being written', done(none('composing'), true), { code: 'composing' }],
  ['nothing in any frame', done(none('not_for_this_frame'), true), { code: 'cannot_tell' }],
  [
    'a mail in a frame of another site',
    done(none('frame_blocked', 'https://body.example'), true),
    { code: 'frame_blocked', site: 'https://body.example' },
  ],
  [
    'an adapter that failed',
    done({ status: 'error', adapter: 'roundcube', message: 'x' }),
    { code: 'error', detail: 'roundcube' },
  ],
  [
    'a page without a grant',
    { state: 'failed', reason: 'no_grant', url: 'https://mail.example/a' },
    { code: 'no_grant', site: 'https://mail.example' },
  ],
  [
    'a page of the browser, which nobody can allow',
    { state: 'failed', reason: 'restricted_page', url: 'chrome://settings' },
    { code: 'restricted_page' },
  ],
  ['a page that did not answer', { state: 'failed', reason: 'timeout' }, { code: 'timeout' }],
])('%s', (_case, state, obstacle) => {
  expect(obstacleOf(state)).toEqual(obstacle);
});
