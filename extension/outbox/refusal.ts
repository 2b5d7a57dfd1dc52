import { dayOf } from '../../shared/day.ts';
import { fieldText } from '../app/error-text.ts';
import { formatDay, formatTime, type Place } from '../app/format.ts';
import { type MessageKey, t, tOr } from '../app/i18n.ts';
import type { Refusal } from './record.ts';

/** Names of the inputs that a person can edit; the others appear under the name of the API. */
const FIELDS: Record<string, MessageKey> = {
  subject: 'queue.subject',
  summary: 'queue.summary',
  text: 'queue.text',
  note: 'queue.note',
  opportunityId: 'queue.opportunity',
};

/** Why it was not accepted and what to do, to follow "Not accepted:". */
export function refusalText(
  error: Refusal | undefined,
  place: Place,
  nameOf: (userId: number) => string,
): string {
  const code = error?.code ?? 'unknown';
  if (code === 'opportunity_closed') return closedText(error?.detail, place, nameOf);
  return tOr(`queue.refused.${code}`, 'queue.refused.other', { code });
}

function closedText(detail: Refusal['detail'], place: Place, nameOf: (userId: number) => string): string {
  const { opportunity, by, at } = detail ?? {};
  if (opportunity === undefined || by === undefined || typeof at !== 'number') {
    return t('queue.refused.opportunity_closed_plain');
  }
  return t('queue.refused.opportunity_closed', {
    opportunity,
    by: typeof by === 'number' ? nameOf(by) : by,
    when: closedWhen(at, place),
  });
}

/** Within a sentence: at 12:58 · on 20 Nov, 12:58. */
function closedWhen(at: number, place: Place): string {
  const day = dayOf(at, place.timeZone);
  const time = formatTime(at, place);
  if (day === place.today) return t('queue.closed_at', { time });
  return t('queue.closed_on', { day: formatDay(day, place, { weekday: false }), time });
}

/** One line for each input that was refused. */
export function fieldLines(error: Refusal | undefined): string[] {
  return Object.entries(error?.fields ?? {}).map(([path, reason]) => {
    const name = FIELDS[path];
    return t('queue.field_refused', { field: name ? t(name) : path, reason: fieldText(reason) });
  });
}
