import { dayOf } from '../../shared/day.ts';
import type { Place } from './format.ts';
import { locale } from './i18n.ts';
import { session } from './session.ts';

/** Language, workspace time zone and today, as the functions of format.ts want them. Reading it while rendering subscribes. */
export function here(now = Date.now()): Place {
  const timeZone = session.value?.me.workspace.timeZone ?? Intl.DateTimeFormat().resolvedOptions().timeZone;
  return { locale: locale.value, timeZone, today: dayOf(now, timeZone) };
}
