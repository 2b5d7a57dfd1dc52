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

function stored(): LastPerson | undefined {
  const text = localStorage.getItem(KEY);
  return text ? LastPerson.safeParse(JSON.parse(text)).data : undefined;
}

/** The person last signed in on `server`. */
export function lastPerson(server: string): LastPerson | undefined {
  const person = stored();
  return person?.server === server ? person : undefined;
}

export const lastServer = (): string | undefined => stored()?.server;

export const forgetPerson = (): void => localStorage.removeItem(KEY);
