import { Hono } from 'hono';
import * as z from 'zod';
import { Activity, EditActivity, FeedItem, FeedQuery, NewActivity } from '../../shared/activity.ts';
import { Id } from '../../shared/id.ts';
import { Page } from '../../shared/page.ts';
import { Receipt, Undo } from '../../shared/receipt.ts';
import { mayWrite } from '../auth/signed-in.ts';
import { describe } from '../describe.ts';
import type { AppEnv } from '../env.ts';
import { bodyHash } from '../receipts/body-hash.ts';
import { etagOf, expectedVersion, validate } from '../validate.ts';
import { editActivity } from './edit-activity.ts';
import { getActivity } from './get-activity.ts';
import { listActivities } from './list-activities.ts';
import { logActivity } from './log-activity.ts';
import { undo } from './undo.ts';

const tags = ['activities'];

export const activityRoutes = new Hono<AppEnv>()
  .post(
    '/',
    describe({
      summary: 'Log an activity; the same message logged by two people becomes one, and both are credited',
      tags,
      answers: { 201: Receipt, 200: Receipt },
      refusals: ['forbidden', 'hash_conflict', 'already_exists', 'opportunity_closed', 'reference_unknown'],
    }),
    mayWrite,
    validate('json', NewActivity),
    async (c) => {
      const delivered = await logActivity(c.var.ctx, c.req.valid('json'), await bodyHash(c));
      return c.json(delivered.receipt, delivered.isReplay ? 200 : 201);
    },
  )
  .get(
    '/',
    describe({
      summary:
        'Activities the reader may see, newest first; filtered by type or by several things at once a page may be short and still have a next one',
      tags,
      answers: { 200: Page(FeedItem) },
    }),
    validate('query', FeedQuery),
    async (c) => c.json(await listActivities(c.var.ctx, c.req.valid('query')), 200),
  )
  .get(
    '/:id',
    describe({
      summary: 'One activity, as far as the reader may see it',
      tags,
      answers: { 200: Activity },
      refusals: ['not_found'],
    }),
    validate('param', z.object({ id: Id })),
    async (c) => {
      const activity = await getActivity(c.var.ctx, c.req.valid('param').id);
      c.header('etag', etagOf(activity));
      return c.json(activity, 200);
    },
  )
  .patch(
    '/:id',
    describe({
      summary: 'Change one’s own part, or file it elsewhere, based on the version in If-Match',
      tags,
      answers: { 200: Activity },
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
    validate('json', EditActivity),
    async (c) => {
      const activity = await editActivity(c.var.ctx, {
        id: c.req.valid('param').id,
        expected: expectedVersion(c.req.header('if-match')),
        input: c.req.valid('json'),
      });
      c.header('etag', etagOf(activity));
      return c.json(activity, 200);
    },
  );

export const undoRoutes = new Hono<AppEnv>().post(
  '/',
  describe({
    summary:
      'Take back what a receipt stands for: one’s own part, and the record with the last part. A receipt not known yet is remembered as undone',
    tags,
    answers: { 200: Receipt },
    refusals: ['forbidden', 'hash_conflict', 'reference_unknown'],
  }),
  mayWrite,
  validate('json', Undo),
  async (c) => c.json(await undo(c.var.ctx, c.req.valid('json'), await bodyHash(c)), 200),
);
