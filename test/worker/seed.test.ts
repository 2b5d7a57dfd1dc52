import { beforeAll, expect, test } from 'vitest';
import type { Logged } from '../../scripts/seed/build-activity.ts';
import { buildLogs } from '../../scripts/seed/build-logs.ts';
import { buildWorld } from '../../scripts/seed/build-world.ts';
import { generate } from '../../scripts/seed/generate.ts';
import { type Chunk, insertFromJson } from '../../scripts/seed/tables.ts';
import type { FirstFree, World } from '../../scripts/seed/world.ts';
import { furnishingRows, recordRows } from '../../scripts/seed/world-rows.ts';
import { logActivity } from '../../worker/activities/log-activity.ts';
import type { Ctx } from '../../worker/context.ts';
import { openDatabase } from '../../worker/db/open-database.ts';
import { testEnv } from './setup/databases.ts';

const NOW = Date.UTC(2026, 10, 20, 4);
const SEED = 7;
const ACTIVITIES = 120;
const ACCOUNTS = 40;
const FIRST: FirstFree = { wsId: 501, userId: 5001, teamId: 5001, seq: 1, nameSeq: 1 };

async function write(chunk: Chunk): Promise<void> {
  const database = chunk.database === 'control' ? testEnv.CONTROL : testEnv.SHARD_0;
  for (let from = 0; from < chunk.values.length; from += 400) {
    const rows = JSON.stringify(chunk.values.slice(from, from + 400));
    await database.prepare(insertFromJson(chunk)).bind(rows).run();
  }
}

const rows = async (sql: string, wsId: number): Promise<unknown[]> =>
  (await testEnv.SHARD_0.prepare(sql).bind(wsId).raw()) as unknown[];

function contextOf({ place }: World, { by, at }: Logged): Ctx {
  return {
    db: openDatabase(testEnv.SHARD_0),
    control: openDatabase(testEnv.CONTROL),
    user: { ...by, userId: by.id, email: by.email, sessionId: 'seed', rev: 1 },
    workspace: { ...place, epoch: 1 },
    now: at,
    requestId: 'seed',
  };
}

/** What both ways must agree on; numbers given by the database and the body's hash are each way's own. */
const TRACES = {
  activity: `SELECT id, type, direction, outcome, occurred_at, logged_at, day, owner_id, account_id, contact_id, lead_id,
    opportunity_id, level, subject, summary, snippet, text_cut, message_key, message_id, thread_key, captured_by,
    attachments, expense_minor, expense_currency, expense_kind, next_kind, next_text, next_on, contributors, parts, differing,
    version
    FROM activity WHERE ws_id = ? ORDER BY id`,
  body: 'SELECT a.id, b.text FROM activity a JOIN activity_body b USING (seq) WHERE a.ws_id = ? ORDER BY a.id',
  party: `SELECT activity_id, position, role, name, email, contact_id, user_id FROM activity_party WHERE ws_id = ?
    ORDER BY 1, 2`,
  contribution: `SELECT activity_id, user_id, receipt_id, team_id, account_id, contact_id, lead_id, opportunity_id, level,
    visibility, outcome, note, page_url, content, logged_at
    FROM contribution WHERE ws_id = ? ORDER BY 1, 2`,
  reader: `SELECT reader, facet, occurred_at, activity_id, level, type FROM activity_reader WHERE ws_id = ?
    ORDER BY 1, 2, 3, 4`,
  receipt: `SELECT id, user_id, kind, record_id, outcome, at FROM receipt WHERE ws_id = ? AND kind = 'activity' ORDER BY id`,
  task: `SELECT id, kind, title, due_on, assignee_id, priority, account_id, contact_id, lead_id, opportunity_id, activity_id,
    audience, created_by, created_at FROM task WHERE ws_id = ? AND activity_id IS NOT NULL ORDER BY id`,
  thread: `SELECT thread_key, user_id, last_inbound_at, last_inbound_id, prior_inbound_at, prior_inbound_id, more_inbound,
    last_outbound_at, last_outbound_id, prior_outbound_at, prior_outbound_id, more_outbound
    FROM thread WHERE ws_id = ? ORDER BY 1, 2`,
  month: `SELECT user_id, month, activities, emails, calls, meetings, visits, others FROM rep_month WHERE ws_id = ?
    ORDER BY 1, 2`,
  day: 'SELECT day, user_id, type, n FROM activity_day WHERE ws_id = ? ORDER BY 1, 2, 3',
  audit: `SELECT actor_id, action, record_kind, record_id, fields, at FROM audit_event
    WHERE ws_id = ? AND record_kind = 'activity' ORDER BY record_id, action`,
};

const plan = { seed: SEED, now: NOW, workspaces: 1, accounts: ACCOUNTS, activities: ACTIVITIES };

beforeAll(async () => {
  for (const chunk of generate({ ...plan, neighbourActivities: 0, first: FIRST })) await write(chunk);
  await logThroughService({ ...FIRST, wsId: FIRST.wsId + 1 });
});

test.each(Object.entries(TRACES))('the sample leaves the same %s rows as the worker', async (_, sql) => {
  const sampled = await rows(sql, FIRST.wsId);
  expect(sampled.length).toBeGreaterThan(0);
  expect(await rows(sql, FIRST.wsId + 1)).toEqual(sampled);
});

/** Builds the same world under another number and lets the service log what the sample only says was logged. */
async function logThroughService(first: FirstFree): Promise<void> {
  const world = buildWorld({ first, seed: SEED, now: NOW, accounts: ACCOUNTS, isSample: true });
  for (const chunk of [...furnishingRows(world), ...recordRows(world)]) await write(chunk);
  // What is closed today was open when these logs were made.
  await testEnv.SHARD_0.prepare("UPDATE opportunity SET status = 'open' WHERE ws_id = ?")
    .bind(first.wsId)
    .run();
  for (const log of [...buildLogs(world, ACTIVITIES)].flat())
    await logActivity(contextOf(world, log), log.input, 'hash');
}

test('its words are found by those who may read them, in their own workspace only', async () => {
  const found = async (match: string) => {
    const hits = await testEnv.SHARD_0.prepare('SELECT rowid FROM activity_fts WHERE activity_fts MATCH ?')
      .bind(match)
      .raw();
    return hits.length;
  };
  for (const scope of ['o', 'a', 'u5004', 't5002']) {
    const sampled = await found(`scope:w501 AND scope:${scope}`);
    expect(sampled, scope).toBeGreaterThan(0);
    expect(await found(`scope:w502 AND scope:${scope}`), scope).toBe(sampled);
  }
});

test('its rollups agree with a recount', async () => {
  const recount = await rows(
    `SELECT user_id, substr(day, 1, 7) AS month, count(*) AS n FROM contribution c
     JOIN activity a ON a.ws_id = c.ws_id AND a.id = c.activity_id WHERE c.ws_id = ? GROUP BY 1, 2 ORDER BY 1, 2`,
    FIRST.wsId,
  );
  const month = 'SELECT user_id, month, activities FROM rep_month WHERE ws_id = ? ORDER BY 1, 2';
  expect(await rows(month, FIRST.wsId)).toEqual(recount);
  const funnel = await rows(
    `SELECT pipeline_id, stage_id, currency, count(*), sum(amount_minor) FROM opportunity
     WHERE ws_id = ? AND status IN ('open', 'suspended') GROUP BY 1, 2, 3 ORDER BY 1, 2, 3`,
    FIRST.wsId,
  );
  const total = `SELECT pipeline_id, stage_id, currency, n, amount_minor FROM stage_total_all WHERE ws_id = ?
    ORDER BY 1, 2, 3`;
  expect(await rows(total, FIRST.wsId)).toEqual(funnel);
  const perOwner = `SELECT pipeline_id, stage_id, currency, sum(n), sum(amount_minor) FROM stage_total WHERE ws_id = ?
    GROUP BY 1, 2, 3 ORDER BY 1, 2, 3`;
  expect(await rows(perOwner, FIRST.wsId)).toEqual(funnel);
});
