import { Hono } from 'hono';
import { Today } from '../../shared/today.ts';
import { describe } from '../describe.ts';
import type { AppEnv } from '../env.ts';
import { getToday } from './get-today.ts';

export const todayRoutes = new Hono<AppEnv>().get(
  '/',
  describe({
    summary: 'One’s own day: tasks overdue, due and done, and conversations that wait for an answer',
    tags: ['today'],
    answers: { 200: Today },
  }),
  async (c) => c.json(await getToday(c.var.ctx), 200),
);
