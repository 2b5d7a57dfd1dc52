import { audienceOf } from '../../shared/access.ts';
import { dayOf } from '../../shared/day.ts';
import { contentColumns, contentOfInput, detailColumns } from '../../worker/activities/create-activity.ts';
import type { LogInput } from '../../worker/activities/log-input.ts';
import type { ContributionRow } from '../../worker/activities/logged.ts';
import { rowsOf, searchEntry } from '../../worker/activities/reader-index.ts';
import { partsOf } from '../../worker/db/shard/activity-parts.ts';
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
  const { text, ...content } = contentOfInput(input);
  const contributions = logs.map((log) => contributionRow(wsId, input.id, log));
  const activity = {
    seq,
    wsId,
    ...detailColumns(input),
    ...contentColumns({ ...content, text }),
    accountId: input.accountId ?? null,
    contactId: input.contactId ?? null,
    leadId: input.leadId ?? null,
    opportunityId: input.opportunityId ?? null,
    ownerId: by.id,
    loggedAt: at,
    day: dayAt(place, input.occurredAt),
    contributors: logs.length,
    parts: partsOf(contributions),
    version: logs.length,
  };
  const found = { ...activity, contributions };
  const { id, type, occurredAt } = activity;
  return {
    activity,
    body: text === null ? [] : [{ seq, wsId, text }],
    parties: partyRows(world, input),
    contributions,
    readers: rowsOf(found).map((row) => ({ ...row, wsId, occurredAt, activityId: id, type })),
    words: { rowid: seq, ...searchEntry({ workspace: place }, found, { ...content, text }) },
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
  const own = { level, visibility, outcome, note, loggedAt: at };
  return { wsId, activityId, userId: by.id, receiptId, teamId: by.teamId, ...own };
}

function partyRows({ place, members }: World, input: LogInput): ActivityRows['parties'] {
  return input.parties.map(({ role, name, email, contactId }, position) => ({
    ...{ wsId: place.wsId, activityId: input.id, position, role, name, email, contactId },
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
