import * as z from 'zod';
import { Role, Scope } from './access.ts';
import { TimeZone } from './day.ts';
import { TeamId, UserId } from './id.ts';
import { Currency } from './money.ts';
import { Pipeline } from './pipeline.ts';
import { Line } from './text.ts';

export const Meta = z.object({
  name: z.literal('sidelog'),
  version: z.string(),
  /** Oldest extension version this server still understands. */
  minClient: z.string(),
  /** Sign-in by the one-time code that `npm start` prints. */
  local: z.boolean(),
  /** A sample workspace is loaded, so "try as a rep" can be offered. */
  sample: z.boolean(),
});
export type Meta = z.infer<typeof Meta>;

export const Member = z.object({
  id: UserId,
  name: z.string(),
  email: z.string().optional(),
  teamId: TeamId.optional(),
});
export type Member = z.infer<typeof Member>;

/** Who is signed in, and what every screen of that person's needs: colleagues, teams, pipelines. */
export const Me = z.object({
  user: Member.extend({ role: Role, scope: Scope, manages: z.array(TeamId) }),
  workspace: z.object({ id: z.string(), name: z.string(), timeZone: z.string(), currency: z.string() }),
  members: z.array(Member),
  teams: z.array(z.object({ id: TeamId, name: z.string(), parentId: TeamId.optional() })),
  pipelines: z.array(Pipeline),
});
export type Me = z.infer<typeof Me>;

export const LocalSignIn = z.strictObject({
  /** Eight digits as printed; spaces and hyphens are ignored. */
  code: z
    .string()
    .max(40)
    .transform((s) => s.replace(/[\s-]/g, '')),
  device: Line(80).default('browser'),
  as: z.discriminatedUnion('kind', [
    /** A person of the sample workspace; `email` picks one, else the first with that role. */
    z.strictObject({ kind: z.literal('sample'), role: Role, email: z.string().max(200).optional() }),
    /** Back to a workspace that this device was signed in to before: nobody else can know its id. */
    z.strictObject({ kind: z.literal('known'), workspaceId: z.string().max(80), userId: UserId }),
    z.strictObject({
      kind: z.literal('empty'),
      name: Line(80),
      workspaceName: Line(80),
      timeZone: TimeZone,
      currency: Currency,
    }),
  ]),
});
export type LocalSignIn = z.input<typeof LocalSignIn>;

export const SignedIn = z.object({ token: z.string(), me: Me });
export type SignedIn = z.infer<typeof SignedIn>;
