import type { Visibility } from '../../shared/access.ts';
import type { Me } from '../../shared/session.ts';

/** Who besides the writer will be able to read a log. Managers are not counted: the panel does not know who they are. */
export type Audience =
  | { visibility: 'private' }
  | { visibility: 'team'; team: string; members: number }
  | { visibility: 'org'; workspace: string; members: number };

export function audienceFor(visibility: Visibility, me: Me): Audience {
  if (visibility === 'private') return { visibility };
  if (visibility === 'org') {
    return { visibility, workspace: me.workspace.name, members: me.members.length };
  }
  const members = me.members.filter(({ teamId }) => teamId !== undefined && teamId === me.user.teamId);
  const team = me.teams.find(({ id }) => id === me.user.teamId);
  return { visibility, team: team?.name ?? '', members: members.length };
}

/** Who is in no team cannot show something to a team. */
export const visibilitiesFor = (me: Me): Visibility[] =>
  me.user.teamId === undefined ? ['private', 'org'] : ['private', 'team', 'org'];
