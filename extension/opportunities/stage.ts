import { addDays, type Day, dayOf } from '../../shared/day.ts';
import type { Opportunity } from '../../shared/opportunity.ts';
import type { Pipeline, Stage } from '../../shared/pipeline.ts';

export type StagePlace = {
  pipeline: Pipeline;
  stage: Stage;
  /** 1 = the first. */
  at: number;
  of: number;
  /** Where it may be moved by hand; winning and losing have screens of their own. */
  open: Stage[];
};

/** Where an opportunity stands; undefined when its pipeline is not known here. */
export function stagePlace(
  { pipelineId, stageId }: Pick<Opportunity, 'pipelineId' | 'stageId'>,
  pipelines: readonly Pipeline[],
): StagePlace | undefined {
  const pipeline = pipelines.find(({ id }) => id === pipelineId);
  const stage = pipeline?.stages.find(({ id }) => id === stageId);
  if (!pipeline || !stage) return undefined;
  // Lost and invalid are ways out, not steps of the way.
  const way = pipeline.stages
    .filter(({ type }) => type === 'open' || type === 'won')
    .sort((a, b) => a.position - b.position);
  const at = way.findIndex(({ id }) => id === stage.id) + 1;
  return { pipeline, stage, at, of: way.length, open: way.filter(({ type }) => type === 'open') };
}

/** 1 on the day it entered the stage. */
export function dayInStage(stageSince: number, today: Day, timeZone: string): number {
  return Math.max(0, daysBetween(dayOf(stageSince, timeZone), today)) + 1;
}

export type Due = 'overdue' | 'today' | 'soon' | 'later';

export function dueness(day: Day, today: Day): Due {
  if (day < today) return 'overdue';
  if (day === today) return 'today';
  return day <= addDays(today, 2) ? 'soon' : 'later';
}

export const daysBetween = (from: Day, to: Day): number =>
  Math.round((Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / 86_400_000);
