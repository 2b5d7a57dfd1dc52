import { Hono } from 'hono';
import { Context, ContextQuery } from '../../shared/context.ts';
import { describe } from '../describe.ts';
import type { AppEnv } from '../env.ts';
import { validate } from '../validate.ts';
import { getContext } from './get-context.ts';

/** A read, though a POST: addresses do not belong into URLs. */
export const contextRoutes = new Hono<AppEnv>().post(
  '/',
  describe({
    summary: 'What is known about an open page: people, accounts and why, opportunities, activities, tasks',
    tags: ['context'],
    answers: { 200: Context },
  }),
  validate('json', ContextQuery),
  async (c) => c.json(await getContext(c.var.ctx, c.req.valid('json')), 200),
);
