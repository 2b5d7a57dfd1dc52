import { Hono } from 'hono';
import { DuplicateQuery, Duplicates } from '../../shared/duplicates.ts';
import { describe } from '../describe.ts';
import type { AppEnv } from '../env.ts';
import { validate } from '../validate.ts';
import { findDuplicates } from './service.ts';

/** A read, though a POST: addresses and numbers do not belong into URLs. */
export const duplicateRoutes = new Hono<AppEnv>().post(
  '/',
  describe({
    summary:
      'Records that may be the same as what is about to be created, strongest reason first; ten at most',
    tags: ['duplicates'],
    answers: { 200: Duplicates },
  }),
  validate('json', DuplicateQuery),
  async (c) => c.json(await findDuplicates(c.var.ctx, c.req.valid('json')), 200),
);
