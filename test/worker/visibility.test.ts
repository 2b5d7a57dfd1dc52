import { uuidv7 } from 'uuidv7';
import { expect, test } from 'vitest';
import { sees, type Visibility } from '../../shared/access.ts';
import { bodyOf, newWorkspace, type Person } from './setup/tenants.ts';

const VISIBILITIES: Visibility[] = ['private', 'team', 'org'];

async function leadsSeenBy({ client }: Person): Promise<string[]> {
  const page = await bodyOf(client.api.v1.leads.$get({ query: { limit: '100' } }));
  return page.items.map(({ id }) => id).toSorted();
}

test('lists show exactly what `sees` says, for every scope, team, manager and visibility', async () => {
  const { people, teams } = await newWorkspace({
    teams: ['north', 'south'],
    members: {
      own: { scope: 'own', team: 'north' },
      team: { scope: 'team', team: 'north' },
      loner: { scope: 'team' },
      all: { scope: 'all', team: 'south' },
      head: { scope: 'own', team: 'south', manages: ['north'] },
      south: { scope: 'team', team: 'south' },
    },
  });
  const scopeOf = {
    own: 'own',
    team: 'team',
    loner: 'team',
    all: 'all',
    head: 'own',
    south: 'team',
  } as const;
  const written: { id: string; ownerId: number; teamId: number | undefined; visibility: Visibility }[] = [];
  for (const person of Object.values(people)) {
    for (const visibility of VISIBILITIES) {
      const id = uuidv7();
      await bodyOf(person.client.api.v1.leads.$post({ json: { id, name: 'Lead', visibility } }));
      written.push({ id, ownerId: person.userId, teamId: person.teamId, visibility });
    }
  }
  for (const [name, person] of Object.entries(people) as [keyof typeof people, Person][]) {
    const reader = {
      userId: person.userId,
      teamId: person.teamId,
      scope: scopeOf[name],
      manages: name === 'head' ? [teams.north] : [],
    };
    const expected = written.filter((record) => sees(reader, record)).map(({ id }) => id);
    expect([name, await leadsSeenBy(person)]).toEqual([name, expected.toSorted()]);
  }
});

test('a contact names its account only to those who may see the account', async () => {
  const { people } = await newWorkspace({ members: { ann: {}, bob: {} } });
  const [accountId, contactId] = [uuidv7(), uuidv7()];
  const ann = people.ann.client.api.v1;
  await bodyOf(ann.accounts.$post({ json: { id: accountId, name: 'Quiet', visibility: 'private' } }));
  await bodyOf(ann.contacts.$post({ json: { id: contactId, name: 'Li', accountId } }));
  const seenBy = (person: Person) =>
    bodyOf(person.client.api.v1.contacts[':id'].$get({ param: { id: contactId } }));
  expect(await seenBy(people.ann)).toMatchObject({ accountName: 'Quiet' });
  expect(await seenBy(people.bob)).not.toHaveProperty('accountName');
});
