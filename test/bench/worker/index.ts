import { type Context, Hono } from 'hono';
import type { AppEnv } from '../../../worker/env.ts';
import { app } from '../../../worker/index.ts';

/**
 * The worker of the bench: the product as it is, and beside it the floor that its times are measured against. Lines
 * about requests go into a header instead of being printed: a development server takes longer to print a line than the
 * runtime takes to answer.
 */
const costs = new Map<string, string>();
console.log = (line: unknown) => {
  const requestId = /"requestId":"([^"]+)"/.exec(String(line))?.[1];
  if (requestId) costs.set(requestId, String(line));
};

type Floor = { sid: string; wsId: number; id: string; reads: number; insert?: string };

/** The session and further rows by their keys, one after the other, then perhaps a row written. */
async function floor(c: Context<AppEnv>): Promise<Response> {
  const { sid, wsId, id, reads, insert } = await c.req.json<Floor>();
  const { CONTROL, SHARD_0 } = c.env;
  const session = await CONTROL.prepare('SELECT * FROM session WHERE id = ?').bind(sid).all();
  for (let i = 0; i < reads; i++) {
    await SHARD_0.prepare('SELECT * FROM account WHERE ws_id = ? AND id = ?').bind(wsId, id).all();
  }
  if (insert) {
    const write = 'INSERT INTO bench_floor (ws_id, id, at) VALUES (?, ?, ?)';
    await SHARD_0.prepare(write).bind(wsId, insert, Date.now()).run();
  }
  return c.json({ found: session.results.length });
}

const server = new Hono<AppEnv>()
  .get('/empty', (c) => c.json({ found: 0 }))
  .post('/floor', floor)
  .all('*', async (c) => {
    const answer = await app.fetch(c.req.raw, c.env, c.executionCtx);
    const requestId = answer.headers.get('x-request-id') ?? '';
    const cost = costs.get(requestId);
    costs.delete(requestId);
    if (!cost) return answer;
    const told = new Response(answer.body, answer);
    told.headers.set('x-bench-cost', cost);
    return told;
  });

export default { fetch: server.fetch } satisfies ExportedHandler<AppEnv['Bindings']>;
