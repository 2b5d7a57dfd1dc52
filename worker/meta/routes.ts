import { Hono } from 'hono';
import { Meta } from '../../shared/session.ts';
import { describe } from '../describe.ts';
import type { AppEnv } from '../env.ts';
import { getMeta } from './service.ts';

export const metaRoutes = new Hono<AppEnv>().get(
  '/',
  describe({
    summary: 'What this server is and what it offers before sign-in',
    tags: ['meta'],
    answers: { 200: Meta },
    isPublic: true,
  }),
  async (c) => c.json(await getMeta(c.var.databases, c.env), 200),
);
