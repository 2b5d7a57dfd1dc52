import * as z from 'zod';
import type { Session } from './session.ts';

const LastPerson = z.object({
  server: z.string(),
  workspaceId: z.string(),
  userId: z.number(),
  name: z.string(),
  workspaceName: z.string(),
});
/** Who was signed in here last, to be offered the way back. Nothing in it opens anything. */
export type LastPerson = z.infer<typeof LastPerson>;

const KEY = 'last-person';

export function rememberPerson({ server, me: { user, workspace } }: Session): void {
  const person: LastPerson = {
    server,
    workspaceId: workspace.id,
    userId: user.id,
    name: user.name,
    workspaceName: workspace.name,
  };
  localStorage.setItem(KEY, JSON.stringify(person));
}

/** The person last signed in on `server`. */
export function lastPerson(server: string): LastPerson | undefined {
  const stored = localStorage.getItem(KEY);
  const person = stored ? LastPerson.safeParse(JSON.parse(stored)).data : undefined;
  return person?.server === server ? person : undefined;
}

export const forgetPerson = (): void => localStorage.removeItem(KEY);
