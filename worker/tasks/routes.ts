import { Hono } from 'hono';
import * as z from 'zod';
import { Id } from '../../shared/id.ts';
import { Page } from '../../shared/page.ts';
import { Receipt } from '../../shared/receipt.ts';
import { NewTask, Task, TaskChange } from '../../shared/task.ts';
import { TaskQuery, TodayTask } from '../../shared/today.ts';
import { mayWrite } from '../auth/signed-in.ts';
import { describe } from '../describe.ts';
import type { AppEnv } from '../env.ts';
import { bodyHash } from '../receipts/body-hash.ts';
import { etagOf, expectedVersion, validate } from '../validate.ts';
import { changeTask } from './change.ts';
import { createTask } from './create.ts';
import { getTask, listTasks } from './list.ts';

const tags = ['tasks'];

export const taskRoutes = new Hono<AppEnv>()
  .post(
    '/',
    describe({
      summary: 'Create a task of one’s own; sent again under the same id, it answers with the same receipt',
      tags,
      answers: { 201: Receipt, 200: Receipt },
      refusals: ['reference_unknown', 'opportunity_closed', 'forbidden', 'hash_conflict', 'already_exists'],
    }),
    mayWrite,
    validate('json', NewTask),
    async (c) => {
      const delivered = await createTask(c.var.ctx, c.req.valid('json'), await bodyHash(c));
      return c.json(delivered.receipt, delivered.isReplay ? 200 : 201);
    },
  )
  .get(
    '/',
    describe({
      summary: 'One’s own open tasks, the soonest first',
      tags,
      answers: { 200: Page(TodayTask) },
    }),
    validate('query', TaskQuery),
    async (c) => c.json(await listTasks(c.var.ctx, c.req.valid('query')), 200),
  )
  .get(
    '/:id',
    describe({
      summary: 'One task of one’s own, with its version as ETag',
      tags,
      answers: { 200: TodayTask },
      refusals: ['not_found'],
    }),
    validate('param', z.object({ id: Id })),
    async (c) => {
      const task = await getTask(c.var.ctx, c.req.valid('param').id);
      c.header('etag', etagOf(task));
      return c.json(task, 200);
    },
  )
  .patch(
    '/:id',
    describe({
      summary:
        'Do, cancel, put off or reword a task of one’s own, based on the version in If-Match; the next step of its opportunity follows',
      tags,
      answers: { 200: Task },
      refusals: ['forbidden', 'not_found', 'version_required', 'stale_version'],
    }),
    mayWrite,
    validate('param', z.object({ id: Id })),
    validate('json', TaskChange),
    async (c) => {
      const task = await changeTask(c.var.ctx, {
        id: c.req.valid('param').id,
        expected: expectedVersion(c.req.header('if-match')),
        change: c.req.valid('json'),
      });
      c.header('etag', etagOf(task));
      return c.json(task, 200);
    },
  );
