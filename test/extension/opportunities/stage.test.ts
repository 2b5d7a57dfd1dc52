import { expect, test } from 'vitest';
import { dayInStage, dueness, stagePlace } from '../../../extension/opportunities/stage.ts';
import type { Pipeline, Stage } from '../../../shared/pipeline.ts';

const stage = (id: string, type: Stage['type'], position: number): Stage => ({
  id,
  name: id,
  type,
  position,
});
const pipeline: Pipeline = {
  id: 'p',
  name: 'Project sales',
  position: 0,
  stages: [
    stage('signed', 'won', 3),
    stage('prospect', 'open', 0),
    stage('negotiation', 'open', 2),
    stage('bidding', 'open', 1),
    stage('dropped', 'lost', 4),
  ],
};

test('a stage is counted along the way to winning, lost ways out apart', () => {
  const place = stagePlace({ pipelineId: 'p', stageId: 'negotiation' }, [pipeline]);
  expect([place?.at, place?.of]).toEqual([3, 4]);
});

test('only open stages are offered by hand, in their order', () => {
  const place = stagePlace({ pipelineId: 'p', stageId: 'prospect' }, [pipeline]);
  expect(place?.open.map(({ id }) => id)).toEqual(['prospect', 'bidding', 'negotiation']);
});

test('an unknown pipeline has no place', () => {
  expect(stagePlace({ pipelineId: 'q', stageId: 'prospect' }, [pipeline])).toBeUndefined();
});

test('the first day in a stage is day 1, by the days of the workspace', () => {
  const lateEveningInShanghai = Date.UTC(2026, 10, 17, 15, 30);
  expect(dayInStage(lateEveningInShanghai, '2026-11-17', 'Asia/Shanghai')).toBe(1);
  expect(dayInStage(lateEveningInShanghai, '2026-11-18', 'Asia/Shanghai')).toBe(2);
});

test.each([
  ['2026-11-17', 'overdue'],
  ['2026-11-18', 'today'],
  ['2026-11-19', 'soon'],
  ['2026-11-20', 'soon'],
  ['2026-11-21', 'later'],
])('a next step on %s is %s', (day, due) => {
  expect(dueness(day, '2026-11-18')).toBe(due);
});
