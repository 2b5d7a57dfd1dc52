import { Hono } from 'hono';
import * as z from 'zod';
import { Id } from '../../shared/id.ts';
import { Pipeline, PipelineSummary } from '../../shared/pipeline.ts';
import { describe } from '../describe.ts';
import type { AppEnv } from '../env.ts';
import { validate } from '../validate.ts';
import { listPipelines } from './service.ts';
import { summarizePipeline } from './summary.ts';

const tags = ['pipelines'];

export const pipelineRoutes = new Hono<AppEnv>()
  .get(
    '/',
    describe({
      summary: 'Pipelines with their stages',
      tags,
      answers: { 200: z.object({ items: z.array(Pipeline) }) },
    }),
    async (c) => c.json(await listPipelines(c.var.ctx), 200),
  )
  .get(
    '/:id/summary',
    describe({
      summary: 'How many opportunities stand in each stage, and their amounts by currency',
      tags,
      answers: { 200: PipelineSummary },
      refusals: ['not_found'],
    }),
    validate('param', z.object({ id: Id })),
    async (c) => c.json(await summarizePipeline(c.var.ctx, c.req.valid('param').id), 200),
  );
