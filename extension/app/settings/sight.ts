import { readableTeams } from '../../../shared/access.ts';
import type { Me } from '../../../shared/session.ts';
import { formatList, type Place } from '../format.ts';
import { t } from '../i18n.ts';

/** Rep, sees Team North. */
export function roleAndSight({ user, teams }: Me, place: Place): string {
  return t('settings.role_and_sight', {
    role: t(`enums.role.${user.role}`),
    sight: sightOf(user, teams, place),
  });
}

function sightOf(user: Me['user'], teams: Me['teams'], place: Place): string {
  if (user.scope === 'all') return t('settings.sees_all');
  const readable = new Set(
    readableTeams({ userId: user.id, scope: user.scope, teamId: user.teamId, manages: user.manages }),
  );
  const names = teams.filter(({ id }) => readable.has(id)).map(({ name }) => name);
  return names.length > 0
    ? t('settings.sees_teams', { teams: formatList(names, place) })
    : t('settings.sees_own');
}
