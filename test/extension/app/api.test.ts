import { afterEach, describe, expect, test, vi } from 'vitest';
import { ApiFailure, api, apiOf, connect, SignedOut, unwrap } from '../../../extension/api/client.ts';
import { checkServer, normalizeServer } from '../../../extension/api/server.ts';

const SERVER = 'https://crm.example';
const meta = { name: 'sidelog', version: '0.1.0', minClient: '0.1.0', local: false, sample: false };
const answers = (make: () => Response | Promise<Response>) => {
  const fetching = vi.fn((_url: string, _init: RequestInit) => Promise.resolve().then(make));
  vi.stubGlobal('fetch', fetching);
  return fetching;
};

afterEach(() => {
  connect(undefined);
  vi.unstubAllGlobals();
});

describe('an answer', () => {
  const ask = () => unwrap(apiOf(SERVER).api.v1.meta.$get());

  test('is its body', async () => {
    answers(() => Response.json(meta));
    expect(await ask()).toEqual(meta);
  });

  test('that refuses keeps code, request id and fields', async () => {
    const refusal = { code: 'invalid', message: 'invalid', requestId: 'r1', fields: { a: 'b' } };
    answers(() => Response.json(refusal, { status: 400 }));
    const failure = await ask().catch((error: unknown) => error);
    expect(failure).toBeInstanceOf(ApiFailure);
    expect(failure).toMatchObject({ code: 'invalid', status: 400, requestId: 'r1', fields: { a: 'b' } });
  });

  test.each([
    ['silence', () => Promise.reject(new TypeError('Failed to fetch')), 'Unreachable'],
    ['a gateway', () => new Response('<h1>Bad gateway</h1>', { status: 502 }), 'Unreachable'],
    ['a sign-in page of the network', () => new Response('<h1>Welcome</h1>'), 'ServerMismatch'],
    ['another program', () => new Response('Not found', { status: 404 }), 'ServerMismatch'],
  ])('that is %s', async (_name, make, name) => {
    answers(make);
    await expect(ask()).rejects.toMatchObject({ name });
  });
});

describe('a request', () => {
  test('carries token and version, and never a cookie', async () => {
    const fetching = answers(() => Response.json(meta));
    connect({ server: SERVER, token: 'sl_a_b', onSignedOut: () => {} });
    await api().api.v1.meta.$get();
    const [url, init] = fetching.mock.calls[0] ?? [];
    expect(url).toBe(`${SERVER}/api/v1/meta`);
    expect(init).toMatchObject({ credentials: 'omit', redirect: 'error' });
    const headers = new Headers(init?.headers);
    expect([headers.get('authorization'), headers.get('x-sidelog-client')]).toEqual([
      'Bearer sl_a_b',
      '0.1.0',
    ]);
  });

  test('answered with 401 tells that the session is over', async () => {
    answers(() => Response.json({ code: 'unauthenticated', message: '', requestId: 'r' }, { status: 401 }));
    const onSignedOut = vi.fn();
    connect({ server: SERVER, token: 'sl_a_b', onSignedOut });
    await expect(unwrap(api().api.v1.me.$get())).rejects.toMatchObject({ code: 'unauthenticated' });
    expect(onSignedOut).toHaveBeenCalledOnce();
  });

  test('without anybody signed in is not made', () => {
    expect(() => api()).toThrow(SignedOut);
  });
});

describe('a server', () => {
  test.each([
    ['is Sidelog', meta, undefined],
    ['is something else', { name: 'other' }, 'not_sidelog'],
    ['is too old', { ...meta, version: '0.0.9' }, 'server_old'],
    ['wants a newer extension', { ...meta, minClient: '0.2.0' }, 'client_old'],
  ])('that %s', async (_name, body, reason) => {
    answers(() => Response.json(body));
    const outcome = await checkServer(SERVER).catch((error: unknown) => error);
    expect(outcome).toMatchObject(reason ? { reason } : meta);
  });

  test.each([
    ['crm.example.com', 'https://crm.example.com'],
    [' https://CRM.example.com/path?x ', 'https://crm.example.com'],
    ['localhost:8787', 'http://localhost:8787'],
    ['http://127.0.0.1:8787/', 'http://127.0.0.1:8787'],
    ['http://crm.example.com', undefined],
    ['ftp://crm.example.com', undefined],
    ['javascript:alert(1)', undefined],
    ['', undefined],
    ['not an address', undefined],
  ])('typed as %j is %j', (typed, origin) => {
    expect(normalizeServer(typed)).toBe(origin);
  });
});
