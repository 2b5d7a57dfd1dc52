import { act } from 'preact/test-utils';
import { beforeEach, expect, test, vi } from 'vitest';
import { forgetToasts, toast } from '../../../extension/app/toast.ts';
import { OpportunityCard } from '../../../extension/opportunities/OpportunityCard.tsx';
import type { Opportunity } from '../../../shared/opportunity.ts';
import type { Pipeline } from '../../../shared/pipeline.ts';
import { me } from '../activities/samples.ts';
import { type Answer, refusal, signInTo } from '../setup/server.ts';
import { byRole, click, press, show } from '../ui/render.ts';

const pipeline: Pipeline = {
  id: 'p',
  name: 'Project sales',
  position: 0,
  stages: [
    { id: 's1', code: 'prospect', name: 'Prospect', type: 'open', position: 0 },
    { id: 's2', name: 'Our own stage', type: 'open', position: 1 },
    { id: 's3', code: 'signed', name: 'Signed', type: 'won', position: 2 },
  ],
};
const opportunity: Opportunity = {
  id: '0190a000-0000-7000-8000-000000000001',
  accountId: '0190a000-0000-7000-8000-00000000000a',
  accountName: '衡川精密制造',
  name: '二期产线条码采集',
  pipelineId: 'p',
  stageId: 's1',
  stageSince: Date.now(),
  status: 'open',
  amountMinor: 86_000_000,
  currency: 'CNY',
  nextStep: '发合同稿',
  nextStepOn: '2026-11-20',
  ownerId: 7,
  visibility: 'org',
  version: 3,
  createdAt: 0,
};
const saved = (change: Partial<Opportunity>): Answer => ({ body: { ...opportunity, version: 4, ...change } });

function card(answers: Answer[]) {
  const asked = signInTo(me, () => answers.shift() ?? new Error('nothing more was expected'));
  const onChanged = vi.fn();
  const root = show(
    <OpportunityCard
      opportunity={opportunity}
      pipelines={[pipeline]}
      isChosen={false}
      onChanged={onChanged}
    />,
  );
  return { asked, onChanged, root };
}

const chooseStage = (name: string) => {
  click(document.querySelector('[aria-haspopup=listbox]'));
  click([...document.querySelectorAll('[role=option]')].find(({ textContent }) => textContent === name));
};
const stageText = () => document.querySelector('[aria-haspopup=listbox]')?.textContent;

beforeEach(() => {
  forgetToasts();
});

test('only open stages are offered, in the words of the shipped ones and the name of an own one', () => {
  card([]);
  click(document.querySelector('[aria-haspopup=listbox]'));
  expect([...document.querySelectorAll('[role=option]')].map(({ textContent }) => textContent)).toEqual([
    'Prospect',
    'Our own stage',
  ]);
});

test('a stage counts as changed when the server says so, on top of the version that was shown', async () => {
  const { asked, onChanged } = card([saved({ stageId: 's2' })]);
  chooseStage('Our own stage');
  expect(stageText()).toBe('Prospect');
  await vi.waitFor(() => expect(stageText()).toBe('Our own stage'));
  expect(asked[0]).toMatchObject({ method: 'PATCH', ifMatch: '"3"', body: { stageId: 's2' } });
  expect(onChanged).toHaveBeenCalledWith(expect.objectContaining({ version: 4 }));
});

test('undo puts the stage back on top of what was saved', async () => {
  const { asked } = card([saved({ stageId: 's2' }), saved({ version: 5 })]);
  chooseStage('Our own stage');
  await vi.waitFor(() => expect(toast.value?.action).toBeDefined());
  toast.value?.action?.run();
  await vi.waitFor(() => expect(stageText()).toBe('Prospect'));
  expect(asked[1]).toMatchObject({ ifMatch: '"4"', body: { stageId: 's1' } });
});

test('a change made elsewhere shows both versions, and mine is saved on top of theirs', async () => {
  const theirs = saved({ stageId: 's2', version: 9 });
  const { asked, root } = card([
    refusal(412, 'stale_version'),
    theirs,
    saved({ nextStep: '我写的', version: 10 }),
  ]);
  click(document.querySelector('[title="Change next step"]'));
  const field = root.querySelector('input') as HTMLInputElement;
  field.value = '我写的';
  act(() => void field.dispatchEvent(new Event('input', { bubbles: true })));
  root.querySelector('form')?.dispatchEvent(new Event('submit', { bubbles: true, cancelable: true }));
  await vi.waitFor(() => expect(byRole('alert').textContent).toContain('我写的'));
  expect(byRole('alert').textContent).toContain('发合同稿');
  click(byRole('button', 'Save mine'));
  await vi.waitFor(() => expect(root.textContent).toContain('我写的'));
  expect(asked.at(-1)).toMatchObject({ ifMatch: '"9"', body: { nextStep: '我写的' } });
});

test('an opportunity that was closed meanwhile says so and offers no retry', async () => {
  card([refusal(412, 'stale_version'), saved({ status: 'won', stageId: 's3', closedAt: Date.now() })]);
  chooseStage('Our own stage');
  await vi.waitFor(() => expect(byRole('alert').textContent).toContain('closed'));
  click(byRole('button', 'Close'));
  expect(document.querySelector('[aria-haspopup=listbox]')).toBeNull();
});

test('without the network nothing looks saved, and the same change can be tried again', async () => {
  const { asked } = card([new TypeError('Failed to fetch'), saved({ stageId: 's2' })]);
  chooseStage('Our own stage');
  await vi.waitFor(() => expect(byRole('alert')).toBeDefined());
  expect(stageText()).toBe('Prospect');
  click(byRole('button', 'Try again'));
  await vi.waitFor(() => expect(stageText()).toBe('Our own stage'));
  expect(asked.map(({ body }) => body)).toEqual([{ stageId: 's2' }, { stageId: 's2' }]);
});

test('Esc leaves the next step as it was', () => {
  const { asked, root } = card([]);
  click(document.querySelector('[title="Change next step"]'));
  const field = root.querySelector('input') as HTMLInputElement;
  press(field, 'Escape');
  expect(root.textContent).toContain('发合同稿');
  expect(asked).toHaveLength(0);
});

test('a day without a next step is not sent', () => {
  const { asked, root } = card([]);
  click(document.querySelector('[title="Change next step"]'));
  const [words, day] = root.querySelectorAll('input');
  for (const [field, value] of [
    [words, ' '],
    [day, '2026-12-01'],
  ] as const) {
    if (field) field.value = value;
    act(() => void field?.dispatchEvent(new Event('input', { bubbles: true })));
  }
  act(() => void root.querySelector('form')?.dispatchEvent(new Event('submit', { cancelable: true })));
  expect(root.querySelector('[aria-invalid=true]')).toBe(words);
  expect(asked).toHaveLength(0);
});
