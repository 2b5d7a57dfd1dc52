import type { Me } from '../../../shared/session.ts';
import { formatDay } from '../../app/format.ts';
import { t } from '../../app/i18n.ts';
import { here } from '../../app/place.ts';
import { personName } from '../person-name.ts';
import type { FeedFilter, FilterKey } from './filter.ts';

export const FILTER_KEYS = ['person', 'type', 'account', 'opportunity', 'day'] as const satisfies FilterKey[];

/** What is chosen for each filter, in the words of its chip. */
export function filterTexts(filter: FeedFilter, me: Me): Partial<Record<FilterKey, string>> {
  const { person, type, account, opportunity, day } = filter;
  return {
    ...(person !== undefined && { person: personName(person, me) }),
    ...(type && { type: t(`enums.activity_type.${type}`) }),
    ...(account && { account: account.name }),
    ...(opportunity && { opportunity: opportunity.name }),
    ...(day && { day: typeof day === 'object' ? formatDay(day.on, here()) : t(`feed.range.${day}`) }),
  };
}
