import { signal } from '@preact/signals';
import { useQuery, useQueryClient } from '@tanstack/preact-query';
import { useEffect } from 'preact/hooks';
import { isOpenTask } from '../../shared/task.ts';
import type { Today } from '../../shared/today.ts';
import { api, unwrap } from '../api/client.ts';
import { outbox } from '../outbox/outbox.ts';

export const TODAY_KEY = ['today'] as const;
const FRESH_MS = 60_000;
// The day changes while the panel stands open.
const LOOK_AGAIN_MS = 5 * 60_000;

/** When the server last told it, whatever was changed here since, and whether it has fallen silent. */
export const heard = signal({ at: 0, isSilent: false });

async function readToday(): Promise<Today> {
  try {
    const today = await unwrap(api().api.v1.today.$get());
    heard.value = { at: Date.now(), isSilent: false };
    return today;
  } catch (error) {
    heard.value = { ...heard.peek(), isSilent: true };
    throw error;
  }
}

/** One's own day: the same for the number on the tab and for the screen. Read anew after a log, and when one comes back. */
export function useToday() {
  const client = useQueryClient();
  const query = useQuery({
    queryKey: TODAY_KEY,
    queryFn: readToday,
    staleTime: FRESH_MS,
    refetchInterval: LOOK_AGAIN_MS,
  });
  const { refetch } = query;
  const newest = outbox.value.delivered[0]?.id;
  useEffect(() => {
    if (newest) void client.invalidateQueries({ queryKey: TODAY_KEY });
  }, [client, newest]);
  useEffect(() => {
    const look = () => {
      if (Date.now() - heard.peek().at > FRESH_MS) void refetch();
    };
    addEventListener('focus', look);
    return () => removeEventListener('focus', look);
  }, [refetch]);
  return query;
}

/** What is overdue or due and not done yet. */
export const openCount = ({ overdue, due }: Today): number => [...overdue, ...due].filter(isOpenTask).length;
