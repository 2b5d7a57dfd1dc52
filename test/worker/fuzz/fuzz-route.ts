import { env } from 'cloudflare:workers';
import * as fc from 'fast-check';
import { beforeAll, expect, test, vi } from 'vitest';
import * as z from 'zod';
import { ApiError } from '../../../shared/api-error.ts';
import { testEnv } from '../setup/databases.ts';
import { arbitraryOf } from './arbitrary-of.ts';
import { describedRoutes } from './described.ts';
import { ENDPOINTS, type Endpoint } from './endpoints.ts';
import { newScene, type Scene } from './scene.ts';
import { type Answered, type Draft, readAgain, type Sent, sendDraft } from './send.ts';
import { rawBodies } from './spoil.ts';

// CI asks for the full number; every day a tenth of it is enough to notice a route without a generator.
const RUNS = Number(env.SIDELOG_FUZZ) || 40;
const SEED = 20_261_122;
const SLOWEST = 2000;
const LEAST = 0.3;
/** Words of the database and of a stack: no answer holds any, and no generator makes one. */
const LEAK =
  /SQLITE_|D1_ERROR|no such (?:table|column)|constraint failed|\n\s+at |\/worker\/\S+\.ts|drizzle/i;

/** What any route may answer, wherever the request stops on its way there. */
const ANYWHERE = ['invalid', 'unauthenticated', 'not_found', 'too_large', 'unsupported_media'];

let scene: Scene;
let described: Map<string, string[]>;

/** Each route has a seed of its own: ids that one has taken are no news to the next. */
const drafts = ({ body, query }: Endpoint, route: string): Draft[] =>
  fc.sample(
    fc.record({
      value: body || query ? arbitraryOf(body ?? query ?? z.object({})) : fc.constant({}),
      raw: rawBodies,
      seed: fc.nat(),
    }),
    { numRuns: RUNS, seed: SEED + Object.keys(ENDPOINTS).indexOf(route) },
  );

const countOf = async (table: string): Promise<number> =>
  (await testEnv.SHARD_0.prepare(`SELECT count(*) AS n FROM ${table} WHERE ws_id = ?`)
    .bind(scene.ann.wsId)
    .first<number>('n')) ?? 0;

type Case = Sent & Answered;

/** What is wrong with an answer, if anything. */
function faultOf(route: string, { status, text, ms }: Case): string | undefined {
  if (status >= 500) return `${status}: ${text}`;
  if (ms > SLOWEST) return `${ms} ms`;
  if (LEAK.test(text)) return `leaks: ${text}`;
  if (status < 400) return undefined;
  const { success, data } = ApiError.safeParse(JSON.parse(text));
  if (!success) return `no refusal of ours: ${text}`;
  const isExpected = [...ANYWHERE, ...(described.get(route) ?? [])].includes(data.code);
  return isExpected ? undefined : `not described: ${text}`;
}

/** All strings in a value, wherever they stand; keys that only make links are left out. */
function stringsIn(value: unknown): string[] {
  if (typeof value === 'string') return value === '' ? [] : [value];
  if (Array.isArray(value)) return value.flatMap(stringsIn);
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, one]) => (UNSHOWN.has(key) ? [] : stringsIn(one)));
}
const UNSHOWN = new Set(['messageKey', 'threadKey', 'capturedBy', 'taskId', 'create', 'contactId', 'leadId']);

/** Strings that were taken and do not come back as they were sent. */
async function changedStrings({ body, creates }: Endpoint, { value, status }: Case): Promise<string[]> {
  if (!body || !creates || status !== 201) return [];
  const again = new Set(stringsIn(await readAgain(scene, `${creates.path}/${value.id}`)));
  return stringsIn(body.parse(JSON.parse(JSON.stringify(value)))).filter((one) => !again.has(one));
}

const Versioned = z.object({ id: z.string(), version: z.int() });

function remember({ creates, isVersioned }: Endpoint, { status, value, text }: Case) {
  if (creates && status === 201) scene.ids[creates.kind].push(String(value.id));
  if (!isVersioned || status !== 200) return;
  const { id, version } = Versioned.parse(JSON.parse(text));
  scene.versions.set(id, version);
}

/** Sends each of the routes its requests and looks at every answer. */
export function fuzzRoutes(isWanted: (route: string) => boolean) {
  beforeAll(async () => {
    scene = await newScene();
    described = await describedRoutes();
    vi.spyOn(console, 'log').mockImplementation(() => {});
  });

  const wanted = Object.entries(ENDPOINTS).filter(([route]) => isWanted(route));
  test.each(wanted)(
    '%s answers everything as described, quickly, without a word of what is behind it, and keeps what it takes',
    fuzzRoute,
    120_000,
  );
}

async function fuzzRoute(route: string, endpoint: Endpoint) {
  const { creates } = endpoint;
  const before = creates ? await countOf(creates.table) : 0;
  const faults: unknown[] = [];
  const taken: number[] = [];
  const attempt = async (draft: Draft) => {
    const sent = await sendDraft(route, { endpoint, scene, draft });
    remember(endpoint, sent);
    const changed = await changedStrings(endpoint, sent);
    const fault =
      faultOf(route, sent) ?? (changed.length > 0 ? `changed: ${JSON.stringify(changed)}` : undefined);
    if (fault) faults.push([fault, sent.path, sent.body, draft.seed]);
    if (sent.status < 300) taken.push(sent.status);
  };
  // Writes one after the other: whoever loses a race may be told to come back.
  const atOnce = route.startsWith('GET ') ? 8 : 1;
  const waiting = drafts(endpoint, route);
  while (waiting.length > 0) await Promise.all(waiting.splice(0, atOnce).map(attempt));
  expect(faults.slice(0, 3)).toEqual([]);
  expect(taken.length / RUNS).toBeGreaterThanOrEqual(LEAST);
  const created = taken.filter((status) => status === 201).length;
  if (creates) expect((await countOf(creates.table)) - before).toBe(created);
}
