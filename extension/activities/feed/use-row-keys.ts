import type { FeedItem } from '../../../shared/activity.ts';
import { useKeys } from '../../app/keyboard.ts';
import { moveFocus } from '../../ui/move-focus.ts';
import { writeAbout } from '../write-about.ts';
import { markRead } from './unread.ts';

const ROWS = '[data-activity]';

/**
 * J and K, ↓ and ↑ move from row to row, E marks one as read, L writes about its account, F goes to the filters. Enter is
 * the focused row's own.
 */
export function useRowKeys(rows: readonly FeedItem[]): void {
  const down = () => moveFocus(ROWS, 1);
  const up = () => moveFocus(ROWS, -1);
  const onFocused = (act: (row: FeedItem) => unknown) => () => {
    const id = document.activeElement?.closest(ROWS)?.getAttribute('data-activity');
    const row = rows.find((candidate) => candidate.id === id);
    return row ? act(row) : false;
  };
  useKeys({
    j: down,
    arrowdown: down,
    k: up,
    arrowup: up,
    e: onFocused(({ id }) => markRead([id])),
    l: onFocused(writeAbout),
    f: () => document.querySelector<HTMLElement>('#feed-filters button')?.focus(),
  });
}
