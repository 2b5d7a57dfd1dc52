import { asc, eq } from 'drizzle-orm';
import { drizzle } from 'drizzle-orm/d1';
import { uuidv7 } from 'uuidv7';
import { describe, expect, test } from 'vitest';
import { activity, activityBody, auditEvent, contribution } from '../../../worker/db/shard/schema.ts';
import { testEnv } from '../setup/databases.ts';
import { newWorkspace, refusal } from '../setup/tenants.ts';
import { contradictionsIn } from './consistency.ts';
import { edit, feedOf, found, log, newAccount, newMessageKey, open, patch, undo } from './logs.ts';

const shard = drizzle(testEnv.SHARD_0);

const team = async () => {
  const { people, wsId } = await newWorkspace({
    teams: ['north', 'south'],
    members: {
      ann: { team: 'north' },
      bob: { team: 'north' },
      cleo: { team: 'south' },
      guest: { team: 'north', role: 'read_only' },
    },
  });
  return { ...people, wsId };
};

/** Everything stored about what was said, whoever may read it. */
async function storedIn(wsId: number): Promise<string> {
  const tables = [activity, activityBody, contribution] as const;
  const rows = await Promise.all(
    tables.map((table) => shard.select().from(table).where(eq(table.wsId, wsId))),
  );
  return JSON.stringify(rows);
}

describe('one’s own part', () => {
  test('is worded otherwise: the record, the feed and the search follow', async () => {
    const { ann, bob, wsId } = await team();
    const { id } = await log(ann, { text: 'The turbine.', outcome: 'neutral', summary: 'He is vain.' });
    const before = await open(ann, id);
    expect(before.editedAt).toBeUndefined();
    const after = await edit(ann, id, {
      ...{ subject: 'Gear', summary: 'He is proud.', text: 'The gearbox.' },
      ...{ outcome: 'positive', note: 'Ask again.' },
    });
    expect(after).toMatchObject({
      ...{ subject: 'Gear', summary: 'He is proud.', text: 'The gearbox.', outcome: 'positive' },
      version: before.version + 1,
      contributions: [{ note: 'Ask again.' }],
    });
    expect(after.editedAt).toBeGreaterThan(0);
    const seen = await open(bob, id);
    expect(seen).toEqual({ ...after, contributions: seen.contributions });
    expect((await feedOf(bob)).items[0]).toMatchObject({ snippet: 'The gearbox.', editedAt: after.editedAt });
    expect([await found(bob, 'turbine'), await found(bob, 'gearbox')]).toEqual([[], [id]]);
    expect(await storedIn(wsId)).not.toMatch(/turbine|vain/);
    expect(await contradictionsIn(wsId)).toEqual([]);
  });

  test('loses for good what a lower level does not carry', async () => {
    const { ann, bob, wsId } = await team();
    const { id } = await log(ann, {
      ...{ text: 'The turbine.', summary: 'He is vain.', messageId: '<secret@mail.example>' },
      ...{ pageUrl: 'https://mail.example/secret', attachments: [{ name: 'secret.pdf' }] },
    });
    await edit(ann, id, { level: 'subject' });
    expect(await storedIn(wsId)).not.toMatch(/turbine|vain/);
    expect(await open(bob, id)).toMatchObject({ level: 'subject', subject: 'Pump' });
    expect([await found(ann, 'turbine'), await found(ann, 'pump')]).toEqual([[], [id]]);
    await edit(ann, id, { level: 'fact' });
    expect(await storedIn(wsId)).not.toMatch(/Pump|secret/);
    expect(await found(ann, 'pump')).toEqual([]);
    expect(await contradictionsIn(wsId)).toEqual([]);
  });

  test('on a higher level says what was sent with it, and nothing that was removed before', async () => {
    const { ann, wsId } = await team();
    const { id } = await log(ann, { text: 'The turbine.' });
    await edit(ann, id, { level: 'subject' });
    const raised = await edit(ann, id, { level: 'full' });
    expect([raised.level, raised.text, raised.snippet]).toEqual(['full', undefined, undefined]);
    expect(await edit(ann, id, { text: 'The gearbox.' })).toMatchObject({ text: 'The gearbox.' });
    expect([await found(ann, 'turbine'), await found(ann, 'gearbox')]).toEqual([[], [id]]);
    expect(await contradictionsIn(wsId)).toEqual([]);
  });

  test('is seen by whom its person chooses from now on', async () => {
    const { ann, bob, cleo, wsId } = await team();
    const { id } = await log(ann, { visibility: 'team' });
    await edit(ann, id, { visibility: 'private' });
    expect((await feedOf(bob)).items).toEqual([]);
    expect(await found(bob, 'pump')).toEqual([]);
    await edit(ann, id, { visibility: 'org' });
    expect(await open(cleo, id)).toMatchObject({ contributions: [{ visibility: 'org' }] });
    expect(await found(cleo, 'pump')).toEqual([id]);
    expect(await contradictionsIn(wsId)).toEqual([]);
  });

  test('is undone after an edit as it would have been before', async () => {
    const { ann, wsId } = await team();
    const { id } = await log(ann);
    await edit(ann, id, { level: 'summary', summary: 'Short.' });
    await undo(ann, id);
    expect((await feedOf(ann)).items).toEqual([]);
    expect(await storedIn(wsId)).toBe('[[],[],[]]');
    expect(await contradictionsIn(wsId)).toEqual([]);
  });

  test('that is sent as it stands changes nothing and leaves no trace', async () => {
    const { ann, wsId } = await team();
    const { id, version } = await open(ann, (await log(ann)).id);
    const same = await edit(ann, id, { subject: 'Pump', level: 'full', note: null });
    expect([same.version, same.editedAt]).toEqual([version, undefined]);
    const trail = await shard.select().from(auditEvent).where(eq(auditEvent.wsId, wsId));
    expect(trail.map(({ action }) => action).filter((action) => /edit|move/.test(action))).toEqual([]);
  });
});

describe('of a message that two people logged', () => {
  test('the owner’s edit leaves the other with the words that were sent there', async () => {
    const { ann, bob, cleo, wsId } = await team();
    const messageKey = newMessageKey();
    const said = { messageKey, text: 'The turbine.', visibility: 'private' } as const;
    const { id } = await log(ann, said);
    await log(bob, said);
    const bobs = await log(cleo, { ...said, level: 'subject', text: undefined });
    expect(bobs.outcome).toBe('joined');
    await edit(ann, id, { subject: 'Gear', text: 'The gearbox.' });
    expect(await open(bob, id)).toMatchObject({ text: 'The turbine.', subject: 'Pump' });
    expect(await open(ann, id)).toMatchObject({ text: 'The gearbox.', subject: 'Gear' });
    expect(await contradictionsIn(wsId)).toEqual([]);
    await undo(ann, id);
    expect(await open(bob, id)).toMatchObject({ text: 'The turbine.', subject: 'Pump' });
    expect(await open(cleo, id)).toMatchObject({ level: 'subject', subject: 'Pump' });
    expect(await contradictionsIn(wsId)).toEqual([]);
  });

  test('the joiner’s edit touches nothing of the owner’s, and a summary becomes a note', async () => {
    const { ann, bob, wsId } = await team();
    const messageKey = newMessageKey();
    const { id } = await log(ann, { messageKey, text: 'The turbine.', summary: 'Mine.' });
    await log(bob, { messageKey, text: 'The turbine.', note: 'First.' });
    const before = await open(ann, id);
    await edit(bob, id, { summary: 'Second.', visibility: 'private', text: 'The gearbox.' });
    const after = await open(ann, id);
    expect(after).toEqual({
      ...before,
      version: before.version + 1,
      contributors: 1,
      contributions: before.contributions.filter(({ userId }) => userId === ann.userId),
    });
    expect(await storedIn(wsId)).toContain('Second.\\nFirst.');
    expect([await found(ann, 'gearbox'), await found(bob, 'turbine')]).toEqual([[], [id]]);
    expect(await contradictionsIn(wsId)).toEqual([]);
  });

  test('a joiner’s higher level brings none of the owner’s text', async () => {
    const { ann, bob, wsId } = await team();
    const messageKey = newMessageKey();
    const { id } = await log(ann, { messageKey, text: 'Secret turbine', visibility: 'private' });
    await log(bob, { messageKey, level: 'fact' });
    const raised = await edit(bob, id, { level: 'full' });
    expect(JSON.stringify(raised)).not.toMatch(/turbine|Pump/);
    expect(await contradictionsIn(wsId)).toEqual([]);
  });
});

test('who sees another’s fuller part is told the own one, which an edit changes', async () => {
  const { ann, bob } = await team();
  const messageKey = newMessageKey();
  const [accountId, other] = [await newAccount(bob), await newAccount(bob, { name: 'Other' })];
  const { id } = await log(ann, { messageKey, text: 'The turbine.' });
  await log(bob, { messageKey, level: 'subject', subject: 'Gear', accountId });
  const seen = await open(bob, id);
  expect(seen).toMatchObject({ text: 'The turbine.', own: { subject: 'Gear', account: { id: accountId } } });
  const edited = await edit(bob, id, { accountId: other });
  expect(edited.own).toEqual({ subject: 'Gear', account: { id: other, name: 'Other' } });
  expect((await open(ann, id)).own).toBeUndefined();
});

test('of two edits of one version one is made; a join meanwhile counts as one', async () => {
  const { ann, bob, wsId } = await team();
  const messageKey = newMessageKey();
  const { id } = await log(ann, { messageKey });
  const answers = await Promise.all(['One', 'Two', 'Three'].map((subject) => patch(ann, id, 1, { subject })));
  expect(answers.map(({ status }) => status).toSorted()).toEqual([200, 412, 412]);
  const { version } = await open(ann, id);
  await log(bob, { messageKey });
  expect((await patch(ann, id, version, { subject: 'Four' })).status).toBe(412);
  expect(await contradictionsIn(wsId)).toEqual([]);
});

describe('an edit is refused', () => {
  test('to whoever has no part in it, as an unknown record is', async () => {
    const { ann, bob, cleo } = await team();
    const { id, version } = await open(ann, (await log(ann)).id);
    const unknown = { status: 404, code: 'not_found' };
    for (const person of [bob, cleo]) {
      expect(await refusal(patch(person, id, version, { outcome: 'positive' }))).toEqual(unknown);
      expect(await refusal(patch(person, uuidv7(), version, { outcome: 'positive' }))).toEqual(unknown);
    }
    await undo(ann, id);
    expect(await refusal(patch(ann, id, version, { outcome: 'positive' }))).toEqual(unknown);
  });

  test('to who may only read, and without the version it is based on', async () => {
    const { ann, guest } = await team();
    const { id, version } = await open(ann, (await log(ann)).id);
    const json = { outcome: 'positive' } as const;
    expect(await refusal(patch(guest, id, version, json))).toEqual({ status: 403, code: 'forbidden' });
    const bare = ann.client.api.v1.activities[':id'].$patch({ param: { id }, json });
    expect(await refusal(bare)).toEqual({ status: 428, code: 'version_required' });
    expect(await refusal(patch(ann, id, version + 1, json))).toEqual({ status: 412, code: 'stale_version' });
  });

  test.each([
    [{}, { $: 'empty' }],
    [{ outcome: 'connected' }, { outcome: 'outcome' }],
    [{ level: 'summary', text: 'Words' }, { text: 'level' }],
    [
      { level: 'fact', subject: 'S', summary: 'S' },
      { subject: 'level', summary: 'level' },
    ],
    [{ note: 'N', type: 'call' }, { type: 'unknown_field' }],
  ] as const)('when %j is not possible', async (json, fields) => {
    const { ann } = await team();
    const { id, version } = await open(ann, (await log(ann)).id);
    const answer = await refusal(patch(ann, id, version, json as never));
    expect(answer).toEqual({ status: 400, code: 'invalid', fields });
  });
});

test('the trail names the fields that changed and the records of a move, and no word', async () => {
  const { ann, wsId } = await team();
  const [from, to] = [await newAccount(ann), await newAccount(ann)];
  const { id } = await log(ann, { accountId: from, text: 'Secret turbine' });
  await edit(ann, id, { accountId: to, level: 'subject', note: 'Secret note' });
  const rows = await shard
    .select()
    .from(auditEvent)
    .where(eq(auditEvent.wsId, wsId))
    .orderBy(asc(auditEvent.seq));
  const trail = rows.filter(({ recordId }) => recordId === id);
  expect(
    trail.map(({ action, actorId, fields }) => [action, actorId, action === 'activity.log' || fields]),
  ).toEqual([
    ['activity.log', ann.userId, true],
    ['activity.move', ann.userId, [`accountId:${from}:${to}`]],
    ['activity.edit', ann.userId, ['level', 'text', 'note']],
  ]);
  expect(JSON.stringify(rows)).not.toMatch(/secret/i);
});
