import type { ListedMessage } from '../../../../shared/capture.ts';
import type { Page } from '../../adapter.ts';
import { isShown } from '../../text/shown.ts';
import { keyOf, sourceOf } from './message-id.ts';
import { NAMES } from './names.ts';

const shownRows = ({ document }: Page): Element[] =>
  [...document.querySelectorAll(NAMES.row)].filter(isShown);

export const holdsRows = (page: Page): boolean => shownRows(page).length > 0;

/** A row is a conversation; ticked, it stands for its newest message that has been sent. */
export function tickedRows(page: Page): ListedMessage[] {
  return shownRows(page).flatMap((row) => {
    const named = row.querySelector(NAMES.ticked) && row.querySelector(NAMES.rowId);
    const id =
      named?.getAttribute('data-legacy-last-non-draft-message-id') ??
      named?.getAttribute('data-legacy-last-message-id');
    if (!named || !id || !sourceOf(id, page.url)) return [];
    const subject = named.textContent?.replace(/\s+/g, ' ').trim();
    const from = [...new Set([...row.querySelectorAll(NAMES.rowPerson)].map(nameOf))].join(', ');
    const date = row.querySelector(NAMES.rowDate)?.getAttribute('title');
    return [
      {
        pageKey: keyOf(id, page.url),
        ...(subject && { subject }),
        ...(from && { from }),
        ...(date && { date }),
      },
    ];
  });
}

const nameOf = (element: Element): string => element.getAttribute('name') ?? '';
