import type { Activity } from '../../../shared/activity.ts';
import type { Me } from '../../../shared/session.ts';
import { t } from '../../app/i18n.ts';
import { personName } from '../person-name.ts';

type Contribution = Activity['contributions'][number];

/** Who can read it and how much of it, a line for each different answer among those who logged it. */
export function audienceLines(contributions: readonly Contribution[], me: Me): string[] {
  const lines = contributions.map((contribution) =>
    t('record.audience_level', {
      audience: audienceWords(contribution, me),
      level: t(`enums.level.${contribution.level}`),
    }),
  );
  return [...new Set(lines)];
}

function audienceWords({ userId, visibility }: Contribution, me: Me): string {
  if (visibility === 'org') {
    return t('record.audience_org', { name: me.workspace.name, count: me.members.length });
  }
  const teamId = me.members.find(({ id }) => id === userId)?.teamId;
  const team = me.teams.find(({ id }) => id === teamId);
  if (visibility === 'team' && team) {
    const count = me.members.filter((member) => member.teamId === team.id).length;
    return t('record.audience_team', { name: team.name, count });
  }
  if (userId === me.user.id) return t('record.audience_only_you');
  return t('record.audience_private', { name: personName(userId, me) });
}
