import { Hono } from 'hono';
import { SearchQuery, SearchResult } from '../../shared/search.ts';
import { describe } from '../describe.ts';
import type { AppEnv } from '../env.ts';
import { validate } from '../validate.ts';
import { search } from './service.ts';

export const searchRoutes = new Hono<AppEnv>().get(
  '/',
  describe({
    summary: 'Names by their beginnings, activities by their words; newest first',
    tags: ['search'],
    answers: { 200: SearchResult },
  }),
  validate('query', SearchQuery),
  async (c) => c.json(await search(c.var.ctx, c.req.valid('query')), 200),
);
