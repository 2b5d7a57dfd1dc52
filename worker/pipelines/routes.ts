import { Hono } from 'hono';
import * as z from 'zod';
import { Pipeline } from '../../shared/pipeline.ts';
import { describe } from '../describe.ts';
import type { AppEnv } from '../env.ts';
import { listPipelines } from './service.ts';

export const pipelineRoutes = new Hono<AppEnv>().get(
  '/',
  describe({
    summary: 'Pipelines with their stages',
    tags: ['pipelines'],
    answers: { 200: z.object({ items: z.array(Pipeline) }) },
  }),
  async (c) => c.json(await listPipelines(c.var.ctx), 200),
);
