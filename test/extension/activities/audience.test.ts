import { expect, test } from 'vitest';
import { audienceFor, visibilitiesFor } from '../../../extension/activities/audience.ts';
import { me } from './samples.ts';

const alone = { ...me, user: { ...me.user, teamId: undefined } };

test('the readers of a log are counted by team and workspace', () => {
  expect(audienceFor('team', me)).toEqual({ visibility: 'team', team: '华东一组', members: 2 });
  expect(audienceFor('org', me)).toEqual({ visibility: 'org', workspace: 'Northfield', members: 3 });
  expect(audienceFor('private', me)).toEqual({ visibility: 'private' });
});

test('who is in no team is not offered one, and nobody without a team counts as of theirs', () => {
  expect(visibilitiesFor(me)).toContain('team');
  expect(visibilitiesFor(alone)).not.toContain('team');
  const others = {
    ...alone,
    members: [
      { id: 1, name: 'A' },
      { id: 2, name: 'B' },
    ],
  };
  expect(audienceFor('team', others)).toMatchObject({ members: 0 });
});
