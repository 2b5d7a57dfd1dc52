import { QueryClient } from '@tanstack/preact-query';
import { ApiFailure, SignedOut } from '../api/client.ts';

const FRESH_MS = 30_000;

/** Worth another try: the network, an overloaded server. Never a refusal, which stays a refusal. */
export function isTransient(error: unknown): boolean {
  if (error instanceof SignedOut) return false;
  return !(error instanceof ApiFailure) || error.status === 429 || error.status >= 500;
}

export const queryClient = new QueryClient({
  defaultOptions: {
    queries: {
      staleTime: FRESH_MS,
      // The panel gains and loses the focus with every click into the page beside it.
      refetchOnWindowFocus: false,
      // The server may be this very machine: being offline says nothing about reaching it.
      networkMode: 'always',
      retry: (failures, error) => failures < 2 && isTransient(error),
      retryDelay: (failures) => Math.min(1000 * 2 ** failures, 8000) * (0.75 + Math.random() / 2),
    },
    mutations: { networkMode: 'always', retry: false },
  },
});
