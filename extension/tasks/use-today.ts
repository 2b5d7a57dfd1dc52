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

/** When the server was asked for what it last told, whatever was changed here since; and whether it has fallen silent. */
export const heard = signal({ at: 0, isSilent: false });

async function readToday(): Promise<Today> {
  const at = Date.now();
  try {
    const today = await unwrap(api().api.v1.today.$get());
    heard.value = { at, isSilent: false };
    return today;
  } catch (error) {
    heard.value = { ...heard.peek(), isSilent: true };
    throw error;
  }
}

/** One's own day: the same for the number on the tab and for the screen. */
export const useToday = () =>
  useQuery({
    queryKey: TODAY_KEY,
    queryFn: readToday,
    staleTime: FRESH_MS,
    refetchInterval: LOOK_AGAIN_MS,
  });

/**
 * Has the day read anew after a log, and when one comes back. For the tab, which always stands: each that does it asks
 * once more.
 */
export function useTodayAnew(): void {
  const client = useQueryClient();
  const newest = outbox.value.delivered[0]?.deliveredAt ?? 0;
  useEffect(() => {
    if (newest > heard.peek().at) void client.invalidateQueries({ queryKey: TODAY_KEY });
  }, [client, newest]);
  useEffect(() => {
    const look = () => {
      if (Date.now() - heard.peek().at > FRESH_MS) void client.invalidateQueries({ queryKey: TODAY_KEY });
    };
    addEventListener('focus', look);
    return () => removeEventListener('focus', look);
  }, [client]);
}

/** What is overdue or due and not done yet. */
export const openCount = ({ overdue, due }: Today): number => [...overdue, ...due].filter(isOpenTask).length;
