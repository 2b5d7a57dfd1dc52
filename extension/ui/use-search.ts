import { useEffect, useRef, useState } from 'preact/hooks';
import type { Option } from './options.tsx';

const PAUSE_MS = 150;

export type Found<T> =
  | { state: 'searching' | 'failed'; query: string }
  | { state: 'done'; query: string; options: readonly Option<T>[] };

/** Asks after a pause, drops answers that were overtaken. Keeps the last options on screen while asking again. */
export function useSearch<T>(search: (query: string, signal: AbortSignal) => Promise<readonly Option<T>[]>) {
  const [found, setFound] = useState<Found<T>>();
  const running = useRef<{ abort: AbortController; timer: ReturnType<typeof setTimeout> }>();
  const halt = () => {
    clearTimeout(running.current?.timer);
    running.current?.abort.abort();
    running.current = undefined;
  };
  useEffect(() => halt, []);
  const run = async (query: string, { signal }: AbortController) => {
    try {
      const options = await search(query, signal);
      if (!signal.aborted) setFound({ state: 'done', query, options });
    } catch {
      if (!signal.aborted) setFound({ state: 'failed', query });
    }
  };
  const ask = (query: string) => {
    halt();
    const abort = new AbortController();
    setFound((before) => (before?.state === 'done' && query ? before : { state: 'searching', query }));
    running.current = { abort, timer: setTimeout(() => run(query, abort), query ? PAUSE_MS : 0) };
  };
  const stop = () => {
    halt();
    setFound(undefined);
  };
  return { found, ask, stop };
}
