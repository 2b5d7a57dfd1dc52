import { describe, expect, test } from 'vitest';
import { backoffMs, retryAfterMs, type Trial, verdictOf } from '../../../extension/outbox/result-rules.ts';
import { ERROR_STATUS, type ErrorCode } from '../../../shared/api-error.ts';

const ID = '01920000-0000-7000-8000-000000000001';
const NOW = Date.UTC(2026, 10, 22);
const trial = (attempt: Trial['attempt']): Trial => ({
  attempt,
  record: { id: ID, hash: 'h', attempts: 1 },
  now: NOW,
  random: 1,
});
const answer = (status: number, body: unknown, retryAfter?: string) =>
  verdictOf(trial({ status, body, retryAfter }));
const refusal = (code: ErrorCode, retryAfter?: string) =>
  answer(ERROR_STATUS[code], { code, message: code, requestId: 'r' }, retryAfter);
const receipt = { id: ID, hash: 'h', outcome: 'created', recordId: ID, at: 1 };

describe('delivered', () => {
  test.each([200, 201])('%i with the id and the hash that were sent', (status) => {
    expect(answer(status, receipt)).toMatchObject({ kind: 'delivered', receipt: { recordId: ID } });
  });

  test.each([
    ['another id', { ...receipt, id: ID.replace(/1$/, '2') }],
    ['another hash', { ...receipt, hash: 'x' }],
    ['no receipt', { ok: true }],
    ['no JSON', undefined],
  ])('never with %s', (_name, body) => {
    expect(answer(201, body)).toMatchObject({ kind: 'keep' });
  });
});

describe('kept and tried again', () => {
  test('after silence', () => {
    expect(verdictOf(trial('silence'))).toEqual({ kind: 'keep', scope: 'one', isSilent: true, waitMs: 1000 });
  });

  test.each<ErrorCode>(['internal', 'workspace_moved'])('after %s, alone', (code) => {
    expect(refusal(code)).toMatchObject({ kind: 'keep', scope: 'one', isSilent: false });
  });

  test('after 408', () => {
    const body = { code: 'unavailable', message: '', requestId: 'r' };
    expect(answer(408, body)).toMatchObject({ kind: 'keep', scope: 'one' });
  });

  test.each<ErrorCode>(['too_many_requests', 'unavailable'])(
    'after %s, the whole queue and as long as asked',
    (code) => {
      expect(refusal(code, '7')).toMatchObject({ kind: 'keep', scope: 'all', waitMs: 7000 });
    },
  );

  test.each([200, 302, 403, 404, 502, 511])('after a page that is not ours with status %i', (status) => {
    expect(answer(status, undefined)).toMatchObject({ kind: 'keep', isSilent: true });
  });
});

describe('paused', () => {
  test.each([
    ['unauthenticated', 'signed_out'],
    ['client_too_old', 'client_old'],
    ['not_found', 'server_old'],
    ['method_not_allowed', 'server_old'],
  ] as const)('by %s', (code, reason) => {
    expect(refusal(code)).toEqual({ kind: 'pause', reason });
  });
});

describe('rejected', () => {
  const others = (Object.keys(ERROR_STATUS) as ErrorCode[]).filter((code) => {
    const status = ERROR_STATUS[code];
    return status < 500 && ![401, 404, 405, 426, 429].includes(status) && code !== 'workspace_moved';
  });

  test.each(others)('by %s, with the reason kept', (code) => {
    const body = { code, message: '', requestId: 'r', fields: { a: 'b' }, detail: { by: 7 } };
    expect(answer(ERROR_STATUS[code], body)).toEqual({
      kind: 'rejected',
      error: { code, fields: { a: 'b' }, detail: { by: 7 } },
    });
  });
});

describe('a code that only a newer server knows', () => {
  const body = { code: 'quota_used_up', message: '', requestId: 'r' };

  test('is a refusal of the record that it answers', () => {
    expect(answer(422, body)).toEqual({ kind: 'rejected', error: { code: 'quota_used_up' } });
  });

  test('is no reason to give up where the status says "later"', () => {
    expect(answer(503, body)).toMatchObject({ kind: 'keep', scope: 'all', isSilent: false });
  });
});

describe('waiting', () => {
  test.each([
    [1, 500, 1000],
    [2, 1000, 2000],
    [5, 8000, 16_000],
    [50, 30_000, 60_000],
  ])('attempt %i is followed by %i to %i ms', (attempts, least, most) => {
    expect([backoffMs(attempts, 0), backoffMs(attempts, 1)]).toEqual([least, most]);
  });

  test.each([
    [undefined, 0],
    ['', 0],
    ['3', 3000],
    [new Date(NOW + 5000).toUTCString(), 5000],
    [new Date(NOW - 5000).toUTCString(), 0],
    ['soon', 0],
    ['999999999', 3_600_000],
  ])('Retry-After %j means %i ms', (header, ms) => {
    expect(retryAfterMs(header, NOW)).toBe(ms);
  });
});
