import { uuidv7 } from 'uuidv7';
import { describe, expect, test, vi } from 'vitest';
import { ApiError } from '../../shared/api-error.ts';
import { app } from '../../worker/index.ts';
import { guardedEnv } from './bound-statements.ts';
import { testEnv } from './setup/databases.ts';
import { newWorkspace, type Person } from './setup/tenants.ts';

const ORIGIN = 'https://anywhere.example';

type Sent = { method?: string; headers?: Record<string, string>; body?: string };
const send = ({ token, wsId }: Person, path: string, sent: Sent = {}) =>
  app.request(
    path,
    {
      method: sent.method ?? 'POST',
      headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json', ...sent.headers },
      ...(sent.body !== undefined && { body: sent.body }),
    },
    guardedEnv(wsId),
  );

async function ann() {
  const { people } = await newWorkspace({ members: { ann: {} } });
  return people.ann;
}

describe('any origin may ask, without credentials', () => {
  test('a preflight is answered for two hours', async () => {
    const answer = await app.request(
      '/api/v1/leads',
      { method: 'OPTIONS', headers: { origin: ORIGIN, 'access-control-request-method': 'PATCH' } },
      testEnv,
    );
    const headers = Object.fromEntries(answer.headers);
    expect(answer.status).toBe(204);
    expect(headers).toMatchObject({
      'access-control-allow-origin': '*',
      'access-control-max-age': '7200',
      'access-control-allow-headers': 'authorization,content-type,if-match,x-sidelog-client',
    });
    expect(headers['access-control-allow-methods']).toContain('PATCH');
    expect(headers).not.toHaveProperty('access-control-allow-credentials');
  });

  test('answers and refusals alike can be read, with ETag and request id, and are kept by no cache', async () => {
    for (const path of ['/api/v1/meta', '/api/v1/me', '/api/v1/nothing']) {
      const answer = await app.request(path, { headers: { origin: ORIGIN } }, testEnv);
      expect(answer.headers.get('access-control-allow-origin')).toBe('*');
      expect(answer.headers.get('access-control-expose-headers')).toBe('etag,x-request-id,retry-after');
      expect(answer.headers.get('x-request-id')).toMatch(/^[0-9a-f-]{36}$/);
      expect(answer.headers.get('cache-control')).toBe('no-store');
    }
  });

  test('a cookie is never an authority', async () => {
    const { token } = await ann();
    const headers = { cookie: `session=${token}; __Host-session=${token}; authorization=Bearer ${token}` };
    expect((await app.request('/api/v1/me', { headers }, testEnv)).status).toBe(401);
  });
});

test('a request is logged by its pattern and cost, never by what it asked for', async () => {
  const person = await ann();
  const log = vi.spyOn(console, 'log').mockImplementation(() => {});
  await send(person, `/api/v1/search?q=Hengchuan`, { method: 'GET' });
  await send(person, '/api/v1/leads', { body: JSON.stringify({ id: uuidv7(), name: 'Hengchuan' }) });
  await send(person, '/nowhere/hengchuan', { method: 'GET' });
  const lines = log.mock.calls.map(([line]) => String(line));
  log.mockRestore();
  expect(lines.map((line) => JSON.parse(line))).toMatchObject([
    { method: 'GET', route: '/api/v1/search', status: 200, trips: 2, rowsWritten: 0 },
    { method: 'POST', route: '/api/v1/leads', status: 201, trips: 2, rowsWritten: expect.any(Number) },
    { method: 'GET', status: 404, trips: 0 },
  ]);
  expect(lines.join('\n')).not.toMatch(/hengchuan|sl_/i);
});

describe('refusals', () => {
  test('have one shape, with the request id of the header', async () => {
    const answer = await app.request('/nowhere', {}, testEnv);
    const body = ApiError.parse(await answer.json());
    expect(answer.status).toBe(404);
    expect(body).toEqual({
      code: 'not_found',
      message: 'not found',
      requestId: answer.headers.get('x-request-id'),
    });
  });

  test('say which field was refused and why', async () => {
    const body = JSON.stringify({
      id: uuidv7(),
      name: ' ',
      domains: ['fine.example', 'not a domain'],
      level: 'Z',
      owner: 1,
    });
    const answer = await send(await ann(), '/api/v1/accounts', { body });
    expect(await answer.json()).toMatchObject({
      code: 'invalid',
      fields: { name: 'too_small', 'domains.1': 'domain', level: 'invalid_value', owner: 'unknown_field' },
    });
  });

  test.each([
    ['malformed JSON', { body: '{"id":' }, 400, 'invalid'],
    [
      'a body of another type',
      { body: 'x=1', headers: { 'content-type': 'text/plain' } },
      415,
      'unsupported_media',
    ],
    ['a body above 512 KB', { body: JSON.stringify({ note: 'x'.repeat(513 * 1024) }) }, 413, 'too_large'],
    [
      'a client that is too old',
      { body: '{}', headers: { 'x-sidelog-client': '0.0.9' } },
      426,
      'client_too_old',
    ],
    ['a cursor that is none', { method: 'GET' }, 400, 'invalid'],
  ] satisfies [string, Sent, number, string][])('%s', async (_, sent: Sent, status, code) => {
    const path = sent.method === 'GET' ? '/api/v1/leads?cursor=zz' : '/api/v1/leads';
    const answer = await send(await ann(), path, sent);
    expect(answer.status).toBe(status);
    expect(await answer.json()).toMatchObject({ code });
  });

  test('a failure that nobody foresaw tells nothing but its request id', async () => {
    const broken = {
      ...testEnv,
      CONTROL: {
        prepare: () => {
          throw new Error('secret detail');
        },
      } as unknown as D1Database,
    };
    const { token } = await ann();
    const answer = await app.request('/api/v1/me', { headers: { authorization: `Bearer ${token}` } }, broken);
    const text = await answer.text();
    expect([answer.status, JSON.parse(text).code]).toEqual([500, 'internal']);
    expect(text).not.toContain('secret');
  });

  test('a passing failure of the database asks to try again', async () => {
    const reset = () => Promise.reject(new Error('D1_ERROR: Network connection lost.'));
    const statement = { bind: () => statement, all: reset, raw: reset, run: reset };
    const lost = { ...testEnv, CONTROL: { prepare: () => statement } as unknown as D1Database };
    const { token } = await ann();
    const answer = await app.request('/api/v1/me', { headers: { authorization: `Bearer ${token}` } }, lost);
    expect([answer.status, answer.headers.get('retry-after')]).toEqual([503, '1']);
    expect(await answer.json()).toMatchObject({ code: 'unavailable' });
  });

  test('a workspace that has moved refuses writes and asks to try again', async () => {
    const person = await ann();
    await testEnv.SHARD_0.prepare("UPDATE workspace_home SET state = 'frozen' WHERE ws_id = ?")
      .bind(person.wsId)
      .run();
    const body = JSON.stringify({ id: uuidv7(), name: 'Lead' });
    const log = vi.spyOn(console, 'log').mockImplementation(() => {});
    const answer = await send(person, '/api/v1/leads', { body });
    const [line] = log.mock.calls.map(([text]) => JSON.parse(String(text)));
    log.mockRestore();
    // Its batch is part of what it cost, though it wrote nothing.
    expect(line).toMatchObject({ status: 409, trips: 2, rowsWritten: 0 });
    expect(line.statements).toBeGreaterThan(5);
    expect([answer.status, (await answer.json<ApiError>()).code]).toEqual([409, 'workspace_moved']);
    const list = await send(person, '/api/v1/leads', { method: 'GET' });
    expect(await list.json()).toEqual({ items: [] });
  });
});

test('no answer is sniffed or leaks where it was asked from; pages carry a policy', async () => {
  const docs = await app.request('/docs', {}, testEnv);
  expect(docs.headers.get('content-security-policy')).toContain("default-src 'none'");
  const page = await docs.text();
  expect(page).toContain('/docs/openapi-explorer.min.js');
  // Otherwise the browser asks for /favicon.ico, which there is none of.
  expect(page).toContain('<link rel="icon" href="data:,"');
  for (const answer of [docs, await app.request('/api/v1/meta', {}, testEnv)]) {
    expect(answer.headers.get('x-content-type-options')).toBe('nosniff');
    expect(answer.headers.get('referrer-policy')).toBe('no-referrer');
  }
});

test('the OpenAPI document has every route of the API, with schemas of bodies and answers', async () => {
  const answer = await app.request('/api/v1/openapi.json', {}, testEnv);
  const { paths } = await answer.json<{ paths: Record<string, Record<string, Operation>> }>();
  const mounted = app.routes
    .filter(({ method, path }) => method !== 'ALL' && path !== '/docs' && !path.endsWith('/openapi.json'))
    .map(({ method, path }) => `${method} ${path.replaceAll(/:(\w+)/g, '{$1}').replace(/(.)\/$/, '$1')}`);
  const described = Object.entries(paths).flatMap(([path, operations]) =>
    Object.entries(operations)
      .filter(([, operation]) => operation.summary)
      .map(([method]) => `${method.toUpperCase()} ${path.replace(/(.)\/$/, '$1')}`),
  );
  expect(new Set(described)).toEqual(new Set(mounted));
  const create = paths['/api/v1/accounts']?.post ?? paths['/api/v1/accounts/']?.post;
  expect(create?.requestBody?.content['application/json']?.schema.required).toContain('name');
  expect(create?.responses['201']?.content?.['application/json']?.schema.properties).toHaveProperty(
    'outcome',
  );
  expect(create?.responses['409']).toBeDefined();
});

type Content = { content?: Record<string, { schema: { required?: string[]; properties?: object } }> };
type Operation = { summary?: string; requestBody?: Required<Content>; responses: Record<string, Content> };
