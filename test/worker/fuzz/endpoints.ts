import type * as z from 'zod';
import type { Random } from '../../../scripts/seed/random.ts';
import { NewAccount } from '../../../shared/account.ts';
import { EditActivity, FeedQuery, NewActivity } from '../../../shared/activity.ts';
import { NewContact } from '../../../shared/contact.ts';
import { ContextQuery } from '../../../shared/context.ts';
import { DuplicateQuery } from '../../../shared/duplicates.ts';
import { NewLead } from '../../../shared/lead.ts';
import { NewOpportunity, OpportunityChange } from '../../../shared/opportunity.ts';
import { PageQuery } from '../../../shared/page.ts';
import { Undo } from '../../../shared/receipt.ts';
import { SearchQuery } from '../../../shared/search.ts';
import { LocalSignIn } from '../../../shared/session.ts';
import { NewTask, TaskChange } from '../../../shared/task.ts';
import { TaskQuery, ThreadChange } from '../../../shared/today.ts';
import { fitActivity, fitEdit } from './fit-activity.ts';
import type { Scene } from './scene.ts';
import type { Fields } from './spoil.ts';

type Kind = keyof Scene['ids'];
export type Endpoint = {
  body?: z.ZodType;
  query?: z.ZodType;
  /** Something that the path can name. */
  param?: (scene: Scene, random: Random) => string;
  /** Makes true what no schema says: what is pointed at exists, what belongs together agrees. */
  fit?: (value: Fields, place: { scene: Scene; random: Random; param: string }) => Fields;
  /** A new record of this kind can be read again under this path. */
  creates?: { kind: Kind; table: string; path: string };
  /** Answers with a record that has a version, and asks for the version known. */
  isVersioned?: boolean;
  /** A session or a code of its own for each request. */
  signIn?: 'session' | 'code';
};

const one =
  (kind: Kind) =>
  ({ ids }: Scene, random: Random): string =>
    random.pick(ids[kind]);
const sometimes = (random: Random, id: string) => (random.chance(0.5) ? { id } : undefined)?.id;

const LISTED = { query: PageQuery };
const READ = {};

export const ENDPOINTS: Record<string, Endpoint> = {
  'GET /healthz': READ,
  'GET /api/v1/meta': READ,
  'GET /api/v1/me': READ,
  'GET /api/v1/today': READ,
  'GET /api/v1/pipelines': READ,
  'GET /api/v1/pipelines/{id}/summary': { param: one('pipeline') },
  'POST /api/v1/local/session': {
    body: LocalSignIn,
    fit: (value, { random }) =>
      random.chance(0.8)
        ? {
            ...value,
            as: { kind: 'empty', name: 'Ann', workspaceName: 'Ours', ...EMPTY, ...textsOf(value.as) },
          }
        : value,
    signIn: 'code',
  },
  'DELETE /api/v1/session': { signIn: 'session' },
  'POST /api/v1/accounts': {
    body: NewAccount,
    creates: { kind: 'account', table: 'account', path: '/api/v1/accounts' },
  },
  'GET /api/v1/accounts': LISTED,
  'GET /api/v1/accounts/{id}': { param: one('account') },
  'GET /api/v1/accounts/{id}/opportunities': { param: one('account') },
  'POST /api/v1/contacts': {
    body: NewContact,
    fit: (value, { scene, random }) => ({
      ...value,
      accountId: sometimes(random, one('account')(scene, random)),
    }),
    creates: { kind: 'contact', table: 'contact', path: '/api/v1/contacts' },
  },
  'GET /api/v1/contacts': LISTED,
  'GET /api/v1/contacts/{id}': { param: one('contact') },
  'POST /api/v1/leads': { body: NewLead, creates: { kind: 'lead', table: 'lead', path: '/api/v1/leads' } },
  'GET /api/v1/leads': LISTED,
  'GET /api/v1/leads/{id}': { param: one('lead') },
  'POST /api/v1/opportunities': {
    body: NewOpportunity,
    fit: fitOpportunity,
    creates: { kind: 'opportunity', table: 'opportunity', path: '/api/v1/opportunities' },
  },
  'GET /api/v1/opportunities': LISTED,
  'GET /api/v1/opportunities/{id}': { param: one('opportunity') },
  'PATCH /api/v1/opportunities/{id}': {
    body: OpportunityChange,
    param: one('opportunity'),
    fit: (value, { scene, random }) => ({
      ...withDayOnlyBesideStep({ nextStep: 'Call', ...value }),
      stageId: sometimes(random, one('stage')(scene, random)),
    }),
    isVersioned: true,
  },
  'POST /api/v1/tasks': {
    body: NewTask,
    fit: (value, { scene, random }) => ({
      ...withoutInstant(value),
      accountId: undefined,
      opportunityId: sometimes(random, one('opportunity')(scene, random)),
    }),
    creates: { kind: 'task', table: 'task', path: '/api/v1/tasks' },
  },
  'GET /api/v1/tasks': { query: TaskQuery },
  'GET /api/v1/tasks/{id}': { param: one('task') },
  'PATCH /api/v1/tasks/{id}': {
    body: TaskChange,
    param: one('task'),
    fit: (value) => ({ status: 'todo', ...value }),
    isVersioned: true,
  },
  'PATCH /api/v1/threads/{key}': {
    body: ThreadChange,
    param: ({ threads }, random) => random.pick([...threads.keys()]),
    fit: (value, { scene, param }) => ({
      ...value,
      activityId: scene.threads.get(param) ?? value.activityId,
    }),
  },
  'POST /api/v1/activities': {
    body: NewActivity,
    fit: fitActivity,
    creates: { kind: 'activity', table: 'activity', path: '/api/v1/activities' },
  },
  'GET /api/v1/activities': { query: FeedQuery },
  'GET /api/v1/activities/{id}': { param: one('activity') },
  'PATCH /api/v1/activities/{id}': {
    body: EditActivity,
    param: one('activity'),
    fit: fitEdit,
    isVersioned: true,
  },
  'POST /api/v1/undos': {
    body: Undo,
    fit: (value, { scene, random }) => ({
      ...value,
      // The first one is what the other routes look for.
      target: random.chance(0.5) ? random.pick([...scene.ids.activity.slice(1), value.target]) : value.target,
    }),
  },
  'POST /api/v1/context': { body: ContextQuery },
  'POST /api/v1/duplicates': { body: DuplicateQuery },
  'GET /api/v1/search': { query: SearchQuery },
};

const EMPTY = { timeZone: 'Europe/Madrid', currency: 'EUR' };

/** The names of an empty workspace, where the generator has made one. */
function textsOf(as: unknown): Fields {
  const { name, workspaceName } = as as Fields;
  return { ...(name !== undefined && { name }), ...(workspaceName !== undefined && { workspaceName }) };
}

function fitOpportunity(value: Fields, { scene, random }: { scene: Scene; random: Random }): Fields {
  return {
    ...withDayOnlyBesideStep(value),
    accountId: one('account')(scene, random),
    pipelineId: one('pipeline')(scene, random),
    stageId: sometimes(random, one('stage')(scene, random)),
  };
}

const withDayOnlyBesideStep = ({ nextStepOn, ...value }: Fields): Fields =>
  value.nextStep ? { ...value, nextStepOn } : value;

/** An instant has to lie on the day. */
const withoutInstant = ({ dueAt: _, ...value }: Fields): Fields => value;
