import { uuidv7 } from 'uuidv7';
import type { NewTask, TaskChange } from '../../../shared/task.ts';
import { bodyOf, type Person } from '../setup/tenants.ts';

export const postTask = ({ client }: Person, json: Partial<NewTask> & { dueOn: string }) =>
  client.api.v1.tasks.$post({ json: { id: uuidv7(), title: 'Call Li', ...json } });

export async function newTask(person: Person, json: Partial<NewTask> & { dueOn: string }): Promise<string> {
  return (await bodyOf(postTask(person, json))).id;
}

type Change = TaskChange & { id: string; version?: number };

export const patchTask = ({ client }: Person, { id, version = 1, ...json }: Change) =>
  client.api.v1.tasks[':id'].$patch({ param: { id }, json }, { headers: { 'if-match': `"${version}"` } });

export const changeTask = (person: Person, change: Change) => bodyOf(patchTask(person, change));
