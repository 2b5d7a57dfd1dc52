import { Hono } from 'hono';
import * as z from 'zod';
import { Id } from '../../shared/id.ts';
import { Lead, NewLead } from '../../shared/lead.ts';
import { Page, PageQuery } from '../../shared/page.ts';
import { Receipt } from '../../shared/receipt.ts';
import { mayWrite } from '../auth/signed-in.ts';
import { describe } from '../describe.ts';
import type { AppEnv } from '../env.ts';
import { bodyHash } from '../receipts/body-hash.ts';
import { etagOf, validate } from '../validate.ts';
import { createLead, getLead, listLeads } from './service.ts';

const tags = ['leads'];

export const leadRoutes = new Hono<AppEnv>()
  .post(
    '/',
    describe({
      summary: 'Create a lead; sent again under the same id, it answers with the same receipt',
      tags,
      answers: { 201: Receipt, 200: Receipt },
      refusals: ['forbidden', 'hash_conflict', 'already_exists'],
    }),
    mayWrite,
    validate('json', NewLead),
    async (c) => {
      const delivered = await createLead(c.var.ctx, c.req.valid('json'), await bodyHash(c));
      return c.json(delivered.receipt, delivered.isReplay ? 200 : 201);
    },
  )
  .get(
    '/',
    describe({ summary: 'Leads the reader may see, newest first', tags, answers: { 200: Page(Lead) } }),
    validate('query', PageQuery),
    async (c) => c.json(await listLeads(c.var.ctx, c.req.valid('query')), 200),
  )
  .get(
    '/:id',
    describe({
      summary: 'One lead, with its version as ETag',
      tags,
      answers: { 200: Lead },
      refusals: ['not_found'],
    }),
    validate('param', z.object({ id: Id })),
    async (c) => {
      const lead = await getLead(c.var.ctx, c.req.valid('param').id);
      c.header('etag', etagOf(lead));
      return c.json(lead, 200);
    },
  );
