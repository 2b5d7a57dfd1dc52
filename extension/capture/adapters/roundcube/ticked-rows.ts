import type { ListedMessage } from '../../../../shared/capture.ts';
import type { Page } from '../../adapter.ts';
import { type MessageAddress, messageAddress } from './message-address.ts';

type Row = { address: MessageAddress; listed: Omit<ListedMessage, 'pageKey'> };

export const listOf = ({ document }: Page): Element | undefined =>
  document.querySelector('table#messagelist') ?? undefined;

/**
 * The rows that are selected, by click or by check box, those of a folded thread included. Only the link of a row names its
 * folder; a draft's link opens the composer and has no message number. Names of elastic and larry, 1.3 to 1.6, read 2026-11.
 */
export function tickedRows(page: Page): Row[] {
  return [...(listOf(page)?.querySelectorAll('tr.message.selected') ?? [])].flatMap((row) => {
    const link = row.querySelector('.subject a[href]');
    const href = link?.getAttribute('href') ?? '';
    if (!link || !URL.canParse(href, page.url)) return [];
    const address = messageAddress(new URL(href, page.url));
    return address?.base.origin === page.url.origin ? [{ address, listed: listed(row, link) }] : [];
  });
}

function listed(row: Element, link: Element): Row['listed'] {
  const [subject, from, date] = [link, row.querySelector('.fromto'), row.querySelector('.date')].map(textOf);
  return { ...(subject && { subject }), ...(from && { from }), ...(date && { date }) };
}

const textOf = (element: Element | null): string => (element?.textContent ?? '').replace(/\s+/g, ' ').trim();
