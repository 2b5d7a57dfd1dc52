import { type ClientResponse, hc } from 'hono/client';
import { browser } from 'wxt/browser';
import { ApiError } from '../../shared/api-error.ts';
import type { AppType } from '../../worker/index.ts';
import { ApiFailure, ServerMismatch, SignedOut, Unreachable } from './failures.ts';

export { ApiFailure, ServerMismatch, SignedOut } from './failures.ts';

export const clientVersion = (): string => browser.runtime.getManifest().version;
const TIMEOUT_MS = 15_000;

/** A signed-in person's way to the server. `onSignedOut` is told when the server no longer accepts the token. */
export type Connection = { server: string; token: string; onSignedOut: () => void };
export type Client = ReturnType<typeof apiOf>;

let current: { connection: Connection; client: Client } | undefined;

/** Says on whose behalf `api()` speaks from now on. */
export function connect(connection: Connection | undefined): void {
  current = connection && { connection, client: apiOf(connection.server, connection) };
}

/** The client of the signed-in session. */
export function api(): Client {
  if (!current) throw new SignedOut();
  return current.client;
}

export function apiOf(server: string, signedIn?: Omit<Connection, 'server'>) {
  return hc<AppType>(server, {
    headers: headersOf(signedIn?.token),
    fetch: async (input: RequestInfo | URL, init?: RequestInit) => {
      const response = await fetch(input, {
        ...OPTIONS,
        ...init,
        signal: init?.signal ?? AbortSignal.timeout(TIMEOUT_MS),
      });
      if (response.status === 401) signedIn?.onSignedOut();
      return response;
    },
  });
}

/** Posts `body` exactly as it stands, because the server's receipt echoes its hash. */
export function postExact(request: {
  server: string;
  token: string;
  path: `/api/v1/${string}`;
  body: string;
  signal: AbortSignal;
}): Promise<Response> {
  return fetch(request.server + request.path, {
    ...OPTIONS,
    method: 'POST',
    headers: { ...headersOf(request.token), 'content-type': 'application/json' },
    body: request.body,
    signal: request.signal,
  });
}

// Bearer only, so cookies have no meaning here; a redirect would silently turn a POST into a GET. That nothing is kept
// in the browser's cache is the server's word: `no-store` said here would also drop the answers to preflights, and every
// request would cost a second round trip.
const OPTIONS = { credentials: 'omit', redirect: 'error' } as const;

export function headersOf(token: string | undefined): Record<string, string> {
  return {
    'x-sidelog-client': clientVersion(),
    ...(token === undefined ? {} : { authorization: `Bearer ${token}` }),
  };
}

/** What a route answers when it does not refuse. */
type Answer<R> = R extends ClientResponse<infer T, infer _Status, infer _Format> ? T : never;

/** The answer's body. A refusal becomes `ApiFailure`, silence `Unreachable`, anything else `ServerMismatch`. */
export async function unwrap<R extends Pick<Response, 'ok' | 'status' | 'text'>>(
  answer: Promise<R>,
): Promise<Answer<R>> {
  try {
    const response = await answer;
    return bodyOf(response.status, await response.text()) as Answer<R>;
  } catch (cause) {
    if (cause instanceof ApiFailure || cause instanceof ServerMismatch) throw cause;
    throw new Unreachable(cause);
  }
}

function bodyOf(status: number, text: string): unknown {
  if (status === 204) return null;
  const body = jsonOf(text);
  if (status < 300 && body !== undefined) return body;
  const refusal = ApiError.safeParse(body);
  if (refusal.success) throw new ApiFailure(status, refusal.data);
  // A gateway on the way, as long as the server behind it is down.
  if (status >= 500) throw new Unreachable(status);
  // Another program at this address, or a network's own sign-in page.
  throw new ServerMismatch('not_sidelog');
}

export function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
