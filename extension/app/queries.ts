import { MutationCache, QueryCache, QueryClient } from '@tanstack/preact-query';
import { ApiFailure, ServerMismatch, SignedOut } from '../api/failures.ts';
import { noteError } from './diagnosis.ts';
import { errorCode } from './error-text.ts';

const FRESH_MS = 30_000;

/** Worth another try: the network, an overloaded server. Never a refusal, which stays a refusal. */
export function isTransient(error: unknown): boolean {
  if (error instanceof SignedOut || error instanceof ServerMismatch) return false;
  return !(error instanceof ApiFailure) || error.status === 429 || error.status >= 500;
}

const note = (error: unknown) =>
  noteError(errorCode(error), error instanceof ApiFailure ? error.requestId : undefined);

export const queryClient = new QueryClient({
  queryCache: new QueryCache({ onError: note }),
  mutationCache: new MutationCache({ onError: note }),
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
