import { useQuery } from '@tanstack/preact-query';
import type { Meta } from '../../shared/session.ts';
import { checkServer } from '../api/server.ts';

export type ServerState = { meta: Meta; ms: number };

export const serverKey = (server: string) => ['server', server] as const;

/** What the server says of itself, and how long one question took. */
export function useServerState(server: string) {
  return useQuery({ queryKey: serverKey(server), queryFn: () => timedCheck(server), retry: false });
}

async function timedCheck(server: string): Promise<ServerState> {
  const start = performance.now();
  const meta = await checkServer(server);
  return { meta, ms: Math.round(performance.now() - start) };
}

/** As one speaks of a server: without the scheme. */
export const hostOf = (server: string): string => server.replace(/^https?:\/\//, '');
