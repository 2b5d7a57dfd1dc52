import { vi } from 'vitest';
import { connect } from '../../../extension/api/client.ts';
import { session } from '../../../extension/app/session.ts';
import type { Me } from '../../../shared/session.ts';

export type Asked = {
  method: string;
  path: string;
  query: Record<string, string>;
  ifMatch: string | null;
  body: unknown;
};
export type Answer = { status?: number; body: unknown } | Error;

const SERVER = 'http://localhost:8787';

/** Signs in and stands in for the network: `answer` is what the server says. Returns what it was asked, in order. */
export function signInTo(me: Me, answer: (asked: Asked) => Answer): Asked[] {
  const log: Asked[] = [];
  const fetched = async (input: RequestInfo | URL, init?: RequestInit) => {
    const request = new Request(input, init);
    const url = new URL(request.url);
    const text = await request.text();
    const asked = {
      method: request.method,
      path: url.pathname.replace('/api/v1', ''),
      query: Object.fromEntries(url.searchParams),
      ifMatch: request.headers.get('if-match'),
      body: text ? (JSON.parse(text) as unknown) : undefined,
    };
    log.push(asked);
    const said = answer(asked);
    if (said instanceof Error) throw said;
    return Response.json(said.body, { status: said.status ?? 200 });
  };
  vi.stubGlobal('fetch', vi.fn(fetched));
  connect({ server: SERVER, token: 'sl_1_x', onSignedOut: () => {} });
  session.value = { server: SERVER, token: 'sl_1_x', me };
  return log;
}

export const refusal = (status: number, code: string) => ({
  status,
  body: { code, message: code, requestId: 'r1' },
});
