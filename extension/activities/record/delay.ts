import type { FeedItem } from '../../../shared/activity.ts';
import { dayOf } from '../../../shared/day.ts';
import { formatInstant, formatTime, type Place } from '../../app/format.ts';
import { t } from '../../app/i18n.ts';

const MINUTE = 60_000;
const AT_ONCE_MINUTES = 2;

/** When it happened, when it was logged, and how much later that was. */
export function whenWords(
  { occurredAt, loggedAt }: Pick<FeedItem, 'occurredAt' | 'loggedAt'>,
  place: Place,
): string {
  const occurred = formatInstant(occurredAt, place, { weekday: false });
  const isSameDay = dayOf(occurredAt, place.timeZone) === dayOf(loggedAt, place.timeZone);
  const logged = isSameDay ? formatTime(loggedAt, place) : formatInstant(loggedAt, place, { weekday: false });
  const minutes = Math.floor((loggedAt - occurredAt) / MINUTE);
  if (minutes < 0) return t('record.when_before', { occurred, logged });
  if (minutes < AT_ONCE_MINUTES) return t('record.when_at_once', { occurred });
  return t('record.when', { occurred, logged, delay: delayWords(minutes) });
}

function delayWords(minutes: number): string {
  if (minutes < 60) return t('record.delay_minutes', { count: minutes });
  const hours = Math.floor(minutes / 60);
  if (hours < 48) return t('record.delay_hours', { count: hours });
  return t('record.delay_days', { count: Math.floor(hours / 24) });
}
