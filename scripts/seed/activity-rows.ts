import { audienceOf } from '../../shared/access.ts';
import { dayOf } from '../../shared/day.ts';
import { type Content, ownContent } from '../../worker/activities/content.ts';
import {
  contentColumns,
  contentOfInput,
  detailColumns,
  pageUrlOfInput,
} from '../../worker/activities/create-activity.ts';
import { ownWords } from '../../worker/activities/join-activity.ts';
import type { LogInput } from '../../worker/activities/log-input.ts';
import type { ContributionRow } from '../../worker/activities/logged.ts';
import { rowsOf, searchEntry } from '../../worker/activities/reader-index.ts';
import { sharedColumns } from '../../worker/db/shard/activity-parts.ts';
import type { StoredParty } from '../../worker/db/shard/own-content.ts';
import type * as shard from '../../worker/db/shard/schema.ts';
import type { Logged } from './build-activity.ts';
import type { Member, Place, World } from './world.ts';

type Insert<T extends { $inferInsert: unknown }> = T['$inferInsert'];

/** An activity in every table where it leaves a trace, counts and proofs apart. */
export type ActivityRows = {
  activity: Insert<typeof shard.activity>;
  body: Insert<typeof shard.activityBody>[];
  parties: Insert<typeof shard.activityParty>[];
  contributions: ContributionRow[];
  readers: Insert<typeof shard.activityReader>[];
  words: Insert<typeof shard.activityFts>;
  tasks: Insert<typeof shard.task>[];
};

/** The same rows that the worker writes for these logs: the first one created it, the others joined. */
export function activityRows(world: World, seq: number, logs: readonly [Logged, ...Logged[]]): ActivityRows {
  const { place } = world;
  const { wsId } = place;
  const [{ by, at, input }] = logs;
  const content = contentOf(world, input);
  const [first, ...joined] = logs;
  const contributions = [
    contributionRow(wsId, input.id, first),
    ...joined.map((log) => joinedRow(world, { activityId: input.id, present: content }, log)),
  ];
  const activity = {
    seq,
    wsId,
    ...detailColumns(input),
    ...contentColumns(content),
    accountId: input.accountId ?? null,
    contactId: input.contactId ?? null,
    leadId: input.leadId ?? null,
    opportunityId: input.opportunityId ?? null,
    ownerId: by.id,
    loggedAt: at,
    day: dayAt(place, input.occurredAt),
    ...sharedColumns(by.id, contributions),
    version: logs.length,
  };
  const found = { ...activity, contributions };
  const { id, type, occurredAt } = activity;
  return {
    activity,
    body: content.text === null ? [] : [{ seq, wsId, text: content.text }],
    parties: partiesOf(world, input).map((party, position) => ({ wsId, activityId: id, position, ...party })),
    contributions,
    readers: rowsOf(found).map((row) => ({ ...row, wsId, occurredAt, activityId: id, type })),
    words: { rowid: seq, ...searchEntry({ workspace: place }, found, content) },
    tasks: logs.flatMap((log) => taskRows(place, input.id, log)),
  };
}

const days = new Map<string, string>();

/** Days change on the quarter of an hour everywhere, and asking a time zone is slow. */
export function dayAt({ timeZone }: Place, instant: number): string {
  const key = `${timeZone} ${Math.floor(instant / 900_000)}`;
  const known = days.get(key) ?? dayOf(instant, timeZone);
  days.set(key, known);
  return known;
}

function contributionRow(wsId: number, activityId: string, { by, at, input }: Logged): ContributionRow {
  const { id: receiptId, level, visibility, outcome = null, note = null } = input;
  const { accountId = null, contactId = null, leadId = null, opportunityId = null } = input;
  return {
    ...{ wsId, activityId, userId: by.id, receiptId, teamId: by.teamId },
    ...{ accountId, contactId, leadId, opportunityId },
    ...{ level, visibility, outcome, note, pageUrl: pageUrlOfInput(input), content: null },
    ...{ loggedAt: at, editedAt: null },
  };
}

type Joined = { activityId: string; present: Content };

function joinedRow(world: World, { activityId, present }: Joined, log: Logged): ContributionRow {
  const { input } = log;
  return {
    ...contributionRow(world.place.wsId, activityId, log),
    note: ownWords(input),
    content: ownContent(contentOf(world, input), present, input.level),
  };
}

const contentOf = (world: World, input: LogInput): Content => contentOfInput(input, partiesOf(world, input));

function partiesOf({ members }: World, { parties }: LogInput): StoredParty[] {
  return parties.map(({ role, name, email, contactId }) => ({
    ...{ role, name, email, contactId },
    userId: email === undefined ? undefined : userIdOf(members, email),
  }));
}

const userIdOf = (members: readonly Member[], email: string): number | undefined =>
  members.find((member) => member.email === email)?.id;

function taskRows({ wsId }: Place, activityId: string, { by, at, input }: Logged): ActivityRows['tasks'] {
  const { nextStep, visibility } = input;
  if (!nextStep) return [];
  const { accountId, contactId, leadId, opportunityId } = input;
  return [
    {
      ...{ wsId, id: nextStep.taskId, kind: nextStep.kind, title: nextStep.text, dueOn: nextStep.dueOn },
      ...{ accountId, contactId, leadId, opportunityId, activityId },
      status: 'todo',
      assigneeId: by.id,
      audience: audienceOf({ ownerId: by.id, teamId: by.teamId, visibility }),
      createdBy: by.id,
      createdAt: at,
    },
  ];
}
