import type { DrizzleD1Database } from 'drizzle-orm/d1';
import type { Reader, Role } from '../shared/access.ts';

/** The signed-in person, as one query of Control gave them. */
export type CurrentUser = Reader & {
  role: Role;
  name: string;
  email: string | undefined;
  sessionId: string;
  rev: number;
};

export type CurrentWorkspace = {
  wsId: number;
  uuid: string;
  name: string;
  timeZone: string;
  currency: string;
  /** Rises when the workspace moves; every write batch is fenced by it. */
  epoch: number;
};

/** What every verb gets: `now` is the request's one clock reading (ms). */
export type Ctx = {
  db: DrizzleD1Database;
  control: DrizzleD1Database;
  user: CurrentUser;
  workspace: CurrentWorkspace;
  now: number;
  requestId: string;
};
