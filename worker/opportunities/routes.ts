import { Hono } from 'hono';
import * as z from 'zod';
import { Id } from '../../shared/id.ts';
import { NewOpportunity, Opportunity, OpportunityChange } from '../../shared/opportunity.ts';
import { Page, PageQuery } from '../../shared/page.ts';
import { Receipt } from '../../shared/receipt.ts';
import { mayWrite } from '../auth/signed-in.ts';
import { describe } from '../describe.ts';
import type { AppEnv } from '../env.ts';
import { bodyHash } from '../receipts/body-hash.ts';
import { etagOf, expectedVersion, validate } from '../validate.ts';
import { changeOpportunity } from './change.ts';
import { createOpportunity } from './create.ts';
import { getOpportunity, listOpenOpportunities, listOpportunities } from './service.ts';

const tags = ['opportunities'];

export const opportunityRoutes = new Hono<AppEnv>()
  .post(
    '/',
    describe({
      summary: 'Create an opportunity; sent again under the same id, it answers with the same receipt',
      tags,
      answers: { 201: Receipt, 200: Receipt },
      refusals: ['reference_unknown', 'forbidden', 'hash_conflict', 'already_exists'],
    }),
    mayWrite,
    validate('json', NewOpportunity),
    async (c) => {
      const delivered = await createOpportunity(c.var.ctx, c.req.valid('json'), await bodyHash(c));
      return c.json(delivered.receipt, delivered.isReplay ? 200 : 201);
    },
  )
  .get(
    '/',
    describe({
      summary: 'Opportunities the reader may see, newest first',
      tags,
      answers: { 200: Page(Opportunity) },
    }),
    validate('query', PageQuery),
    async (c) => c.json(await listOpportunities(c.var.ctx, c.req.valid('query')), 200),
  )
  .get(
    '/:id',
    describe({
      summary: 'One opportunity, with its version as ETag',
      tags,
      answers: { 200: Opportunity },
      refusals: ['not_found'],
    }),
    validate('param', z.object({ id: Id })),
    async (c) => {
      const opportunity = await getOpportunity(c.var.ctx, c.req.valid('param').id);
      c.header('etag', etagOf(opportunity));
      return c.json(opportunity, 200);
    },
  )
  .patch(
    '/:id',
    describe({
      summary: 'Change stage or next step, based on the version in If-Match',
      tags,
      answers: { 200: Opportunity },
      refusals: [
        'forbidden',
        'not_found',
        'opportunity_closed',
        'reference_unknown',
        'version_required',
        'stale_version',
      ],
    }),
    mayWrite,
    validate('param', z.object({ id: Id })),
    validate('json', OpportunityChange),
    async (c) => {
      const opportunity = await changeOpportunity(c.var.ctx, {
        id: c.req.valid('param').id,
        expected: expectedVersion(c.req.header('if-match')),
        change: c.req.valid('json'),
      });
      c.header('etag', etagOf(opportunity));
      return c.json(opportunity, 200);
    },
  );

/** Mounted under accounts. */
export const accountOpportunityRoutes = new Hono<AppEnv>().get(
  '/:id/opportunities',
  describe({
    summary: 'What is open at an account, the nearest next step first',
    tags,
    answers: { 200: z.object({ items: z.array(Opportunity) }) },
    refusals: ['not_found'],
  }),
  validate('param', z.object({ id: Id })),
  async (c) => c.json(await listOpenOpportunities(c.var.ctx, c.req.valid('param').id), 200),
);
