import type { Delivered, Kept } from './device.ts';
import { FAULT_NAMES, type Fault } from './fates.ts';
import type { Planned } from './plan.ts';
import { type Rows, readerFaults, rollupFaults, searchFaults, unequal } from './recount.ts';

/** Everything that is known when all is over: what was wanted, what was seen, and the database. */
export type Story = {
  rows: Rows;
  wsId: number;
  me: number;
  colleague: number;
  own: Planned[];
  ofColleague: Planned[];
  /** What the device called saved. */
  kept: Kept[];
  fates: (Fault | undefined)[];
  undone: { id: string; answered: number; state: string | undefined; outcome: string }[];
  late: { id: string; status: number; receipt: unknown }[];
  device: { isDrained: boolean; left: string[]; delivered: Delivered[]; badge: string };
  /** Of the workspace, before the person logged anything. */
  before: { activities: number; audited: number };
};

export type Check = [fact: string, contradictionsIn: (story: Story) => string[]];

const is = (what: string, actual: unknown, expected: unknown): string[] =>
  Object.is(actual, expected) ? [] : [`${what} is ${actual}, not ${expected}`];

const idsOf = (planned: readonly Planned[], end?: Planned['end']): string[] =>
  planned.filter((one) => end === undefined || one.end === end).map(({ payload }) => payload.id);

const count = ({ rows }: Story, sql: string, ...args: (string | number)[]): number =>
  Number(rows(`SELECT count(*) AS n FROM ${sql}`, ...args)[0]?.n);

const IN = 'IN (SELECT value FROM json_each(?))';

const network: Check = [
  'of a hundred exchanges at least thirty were disturbed, in each of the ways',
  ({ fates }) => {
    const disturbed = fates.filter((fault) => fault !== undefined).length / fates.length;
    return [
      ...(disturbed >= 0.3 ? [] : [`only ${(disturbed * 100).toFixed(1)} % were disturbed`]),
      ...FAULT_NAMES.filter((fault) => !fates.includes(fault)).map((fault) => `there was no ${fault}`),
    ];
  },
];

const device: Check = [
  'the device has nothing left to send, and has given up nothing',
  ({ device: { isDrained, left, delivered, badge }, own, ofColleague }) => [
    ...is('drained', isDrained, true),
    ...left.map((one) => `not sent: ${one}`),
    ...is('badge', badge, ''),
    ...unequal(
      'delivered creates',
      delivered.filter(({ kind }) => kind === 'activity').map(({ id }) => id),
      [...idsOf(own, 'created'), ...idsOf(own, 'joined'), ...idsOf(ofColleague)],
    ),
    ...is('delivered undos', delivered.filter(({ kind }) => kind === 'undo').length, 50),
  ],
];

const receipts: Check = [
  '1,000 receipts: 850 created, 100 joined, 50 undone, each of the very bytes that were saved',
  ({ rows, wsId, me, own, kept }) => {
    const stored = rows(
      "SELECT id, hash, outcome FROM receipt WHERE ws_id = ? AND user_id = ? AND kind = 'activity' AND id " +
        IN,
      ...[wsId, me, JSON.stringify(idsOf(own))],
    ).map(({ id, hash, outcome }) => `${id} ${hash} ${outcome}`);
    const hashes = new Map(kept.map(({ id, hash }) => [id, hash]));
    const wanted = own.map(({ payload, end }) => `${payload.id} ${hashes.get(payload.id)} ${end}`);
    return [...is('receipts', stored.length, 1000), ...unequal('receipt', stored, wanted)];
  },
];

const activities: Check = [
  'each kept activity is there once with its own words, and no other is there',
  (story) => {
    const { rows, wsId, own, before } = story;
    const created = own.filter(({ end }) => end === 'created');
    const stored = rows(
      `SELECT a.id, a.summary, b.text FROM activity a LEFT JOIN activity_body b USING (seq) WHERE a.ws_id = ? AND a.id ${IN}`,
      ...[wsId, JSON.stringify(idsOf(own))],
    ).map(({ id, summary, text }) => `${id} ${summary} ${text}`);
    const wanted = created.map(({ payload: { id, summary, text } }) => `${id} ${summary} ${text ?? null}`);
    const now = count(story, 'activity WHERE ws_id = ?', wsId);
    return [
      ...unequal('activity', stored, wanted),
      ...is('activities', now, before.activities + created.length),
    ];
  },
];

const joined: Check = [
  'each of the 100 is the colleague’s one activity, with one part of each of the two',
  ({ rows, wsId, me, colleague, own, ofColleague }) => {
    const parts = rows(
      `SELECT a.message_key, a.id, a.owner_id, a.contributors, c.user_id, c.receipt_id FROM activity a
       JOIN contribution c ON c.ws_id = a.ws_id AND c.activity_id = a.id
       WHERE a.ws_id = ? AND a.message_key ${IN}`,
      ...[wsId, JSON.stringify(ofColleague.map(({ payload }) => payload.messageKey))],
    ).map((row) => Object.values(row).join(' '));
    const mine = new Map(own.map(({ payload }) => [payload.messageKey, payload.id]));
    const wanted = ofColleague.flatMap(({ payload: { id, messageKey } }) => [
      `${messageKey} ${id} ${colleague} 2 ${colleague} ${id}`,
      `${messageKey} ${id} ${colleague} 2 ${me} ${mine.get(messageKey)}`,
    ]);
    return [...is('parts', parts.length, 200), ...unequal('contribution', parts, wanted)];
  },
];

const lostAnswers: Check = [
  '50 were taken back after the server had stored them and before the device could know it',
  ({ undone }) => [
    ...is('undone', undone.length, 50),
    ...undone.flatMap(({ id, answered, state, outcome }) => [
      ...is(`the lost answer to ${id}`, answered, 201),
      ...is(`the undo of ${id}`, outcome, 'queued'),
      ...(state === 'sending' || state === 'waiting' ? [] : [`${id} was ${state} when it was taken back`]),
    ]),
    ...['sending', 'waiting']
      .filter((state) => !undone.some((one) => one.state === state))
      .map((state) => `none was ${state} when it was taken back`),
  ],
];

/** Where an activity may have left something, by its id. */
const TRACES = {
  activity: 'id',
  contribution: 'activity_id',
  activity_reader: 'activity_id',
  activity_party: 'activity_id',
  task: 'activity_id',
};

const nothingLeft: Check = [
  'of the 50 nothing is left but the receipts: no record, credit, reader, task or search entry',
  (story) => {
    const { rows, wsId, me, own } = story;
    const undone = own.filter(({ end }) => end === 'undone');
    const ids = JSON.stringify(idsOf(undone));
    const bodies = undone.map(({ word }) => `%${word}%`);
    return [
      ...Object.entries(TRACES).flatMap(([table, column]) =>
        is(table, count(story, `${table} WHERE ws_id = ? AND ${column} ${IN}`, wsId, ids), 0),
      ),
      ...bodies.flatMap((like) => is(like, count(story, 'activity_body WHERE text LIKE ?', like), 0)),
      ...undone.flatMap(({ word }) => is(word, hits(rows, word).length, 0)),
      ...is('undos', count(story, "receipt WHERE ws_id = ? AND user_id = ? AND kind = 'undo'", wsId, me), 50),
    ];
  },
];

const hits = (rows: Rows, word: string): number[] =>
  rows('SELECT rowid FROM activity_fts WHERE activity_fts MATCH ?', `t:${word}`).map(({ rowid }) =>
    Number(rowid),
  );

const lateCopies: Check = [
  'a copy of a create that arrives last of all is answered as the create was, and changes nothing',
  ({ late, own, kept }) => {
    const hashes = new Map(kept.map(({ id, hash }) => [id, hash]));
    const ends = new Map(own.map(({ payload, end }) => [payload.id, end]));
    return [
      ...unequal(
        'late answers',
        late.map(({ id, status, receipt }) => `${id} ${status} ${describe(receipt)}`),
        late.map(({ id }) => `${id} 200 ${id} ${hashes.get(id)} ${ends.get(id)}`),
      ),
      ...is('late copies of undone', late.filter(({ id }) => ends.get(id) === 'undone').length, 50),
    ];
  },
];

function describe(receipt: unknown): string {
  const { id, hash, outcome, code } = (receipt ?? {}) as Record<string, unknown>;
  return `${id} ${hash} ${outcome}${code === undefined ? '' : ` ${code}`}`;
}

const search: Check = [
  'each kept activity is found by its word, alone',
  ({ rows, wsId, own }) => {
    const seqs = new Map(
      rows('SELECT id, seq FROM activity WHERE ws_id = ?', wsId).map(({ id, seq }) => [id, Number(seq)]),
    );
    const created = own.filter(({ end }) => end === 'created');
    return [
      ...searchFaults(rows, wsId),
      ...created.flatMap(({ word, payload }) =>
        is(word, hits(rows, word).join(), String(seqs.get(payload.id))),
      ),
    ];
  },
];

const tasks: Check = [
  'each next step that was agreed is one task',
  ({ rows, wsId, own }) =>
    unequal(
      'task',
      rows("SELECT title FROM task WHERE ws_id = ? AND title LIKE 'Call about %' AND created_by > 0", wsId)
        .map(({ title }) => String(title))
        .filter((title) => own.some(({ word }) => title.endsWith(word))),
      own
        .filter(({ end, payload }) => end !== 'undone' && payload.nextStep)
        .map(({ word }) => `Call about ${word}`),
    ),
];

const audit: Check = [
  'the trail tells of 900 logs, 100 joins and 50 undos, each once and without a gap',
  ({ rows, wsId, me, before: { audited }, own }) => {
    const since = rows(
      'SELECT seq, actor_id, action, record_id FROM audit_event WHERE ws_id = ? AND seq > ? ORDER BY seq',
      ...[wsId, audited],
    );
    const acts = since.filter(
      ({ actor_id, action }) => actor_id === me && String(action).startsWith('activity.'),
    );
    const of = (action: string) =>
      acts.filter((act) => act.action === action).map((act) => String(act.record_id));
    return [
      ...unequal('activity.log', of('activity.log'), [...idsOf(own, 'created'), ...idsOf(own, 'undone')]),
      ...unequal('activity.undo', of('activity.undo'), idsOf(own, 'undone')),
      ...is('joins', new Set(of('activity.join')).size, 100),
      ...is('acts', acts.length, 1050),
      ...is('the last number', since.at(-1)?.seq, audited + since.length),
    ];
  },
];

export const CHECKS: readonly Check[] = [
  network,
  device,
  receipts,
  activities,
  joined,
  lostAnswers,
  nothingLeft,
  lateCopies,
  ['rep_month and activity_day agree with a recount', ({ rows, wsId }) => rollupFaults(rows, wsId)],
  ['the index of readers agrees with the contributions', ({ rows, wsId }) => readerFaults(rows, wsId)],
  search,
  tasks,
  audit,
];
