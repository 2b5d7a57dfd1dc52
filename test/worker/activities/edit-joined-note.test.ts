import { uuidv7 } from 'uuidv7';
import { expect, test } from 'vitest';
import { newWorkspace, refusal } from '../setup/tenants.ts';
import { edit, log, newMessageKey, open, patch } from './logs.ts';

async function joined() {
  const { ann, bob } = (await newWorkspace({ members: { ann: {}, bob: {} } })).people;
  const mail = { messageKey: newMessageKey(), visibility: 'org' } as const;
  const { id } = await log(ann, mail);
  const [summary, note] = ['s'.repeat(4000), 'n'.repeat(2000)];
  await log(bob, { ...mail, id: uuidv7(), summary, note });
  const noteOf = async () =>
    (await open(bob, id)).contributions.find(({ userId }) => userId === bob.userId)?.note;
  return { bob, id, noteOf, words: `${summary}\n${note}` };
}

test('the longest note that a join makes can be saved again', async () => {
  const { bob, id, noteOf, words } = await joined();
  expect(await noteOf()).toBe(words);
  await edit(bob, id, { note: words.replace('s', 'S'), outcome: 'positive' });
  expect(await noteOf()).toBe(words.replace('s', 'S'));
});

test('an edit does not let it grow beyond what an edit accepts', async () => {
  const { bob, id, noteOf, words } = await joined();
  const { version } = await open(bob, id);
  const refused = await refusal(patch(bob, id, version, { summary: 'More.' }));
  expect(refused).toMatchObject({ status: 400, fields: { note: 'too_long' } });
  expect(await noteOf()).toBe(words);
});
