import { createHash } from 'node:crypto';
import { uuidv7 } from 'uuidv7';
import * as z from 'zod';
import type { Call } from './client.ts';
import type { World } from './world.ts';

export type Operation = {
  name: string;
  as: 'rep' | 'manager';
  /** At most this many times the floor (design: performance). */
  aim: number;
  /** What a client sends for it, one after the other. */
  calls: (i: number) => Call[];
};

const PAGE = 50;
const DEEP = 100;
const get = (path: string): Call => ({ method: 'GET', path });
const post = (path: string, body: object): Call => ({ method: 'POST', path, body });

/** The operations of a working day, with aims as ratios to the floor. */
export async function operationsOf(world: World): Promise<Operation[]> {
  const { addresses, accountIds, terms, pipelineId } = world.facts;
  const pick = (values: readonly string[], i: number) => values[(i * 7919) % values.length] ?? '';
  const deep = await cursorOfPage(world, DEEP);
  const feed = `/api/v1/activities?limit=${PAGE}`;
  const search = (i: number) => get(`/api/v1/search?q=${encodeURIComponent(pick(terms, i))}`);
  return [
    { name: 'log one mail', as: 'rep', aim: 2, calls: (i) => [log(pick(accountIds, i))] },
    { name: 'context by address', as: 'rep', aim: 1.5, calls: (i) => [context(pick(addresses, i))] },
    { name: 'feed, page 1', as: 'manager', aim: 1.5, calls: () => [get(feed)] },
    { name: `feed, page ${DEEP}`, as: 'manager', aim: 1.5, calls: () => [get(`${feed}&cursor=${deep}`)] },
    { name: 'search a name', as: 'rep', aim: 2, calls: (i) => [search(i)] },
    { name: 'duplicates, then lead', as: 'rep', aim: 2, calls: (i) => lead(i) },
    {
      name: 'pipeline by stage',
      as: 'manager',
      aim: 1.5,
      calls: () => [get(`/api/v1/pipelines/${pipelineId}/summary`)],
    },
  ];
}

const TEXT = 'The offer for the two lines arrived, thank you. 报价收到了，交期需要再确认。\n\n'.repeat(20);

const log = (accountId: string): Call => {
  const id = uuidv7();
  return post('/api/v1/activities', {
    ...{ id, type: 'email', direction: 'inbound', occurredAt: Date.now() - 60_000, accountId },
    subject: 'Quote for the second line 报价',
    text: TEXT,
    messageKey: `m:${createHash('sha256').update(id).digest('hex')}`,
    parties: [
      { role: 'from', name: 'Priya Raman', email: 'priya.raman@harborlabs.example' },
      { role: 'to', name: 'Dana Whitfield', email: 'rep@example.test' },
    ],
  });
};

const context = (address: string): Call =>
  post('/api/v1/context', { addresses: [address, 'rep@example.test'], messageKey: `m:${'0'.repeat(64)}` });

function lead(i: number): Call[] {
  const id = uuidv7();
  const domain = `prospect-${id.slice(-12)}.example`;
  const [name, company] = [`Jo Marlow ${i}`, `Marlow Dairy ${i} Ltd`];
  const known = { name, company, email: `jo@${domain}`, domain };
  return [
    post('/api/v1/duplicates', { lead: { ...known, phones: ['+44 20 7946 0857'] } }),
    post('/api/v1/leads', { ...known, id, phone: '+44 20 7946 0857', source: 'email' }),
  ];
}

const FeedPage = z.object({ nextCursor: z.string() });

async function cursorOfPage({ manager }: World, page: number): Promise<string> {
  let cursor = '';
  for (let i = 1; i < page; i++) {
    const { text } = await manager.call(
      get(`/api/v1/activities?limit=${PAGE}${cursor && `&cursor=${cursor}`}`),
    );
    cursor = encodeURIComponent(FeedPage.parse(JSON.parse(text)).nextCursor);
  }
  return cursor;
}
