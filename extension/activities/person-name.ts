import type { Me } from '../../shared/session.ts';
import { t } from '../app/i18n.ts';

/** "You" for the reader, else the name; who left the workspace has none any more. */
export function personName(userId: number, me: Me): string {
  if (userId === me.user.id) return t('ui.you');
  return memberName(userId, me) ?? t('record.unknown_person');
}

/** The name itself, for a monogram. */
export const memberName = (userId: number, me: Me): string | undefined =>
  me.members.find(({ id }) => id === userId)?.name ?? (userId === me.user.id ? me.user.name : undefined);
