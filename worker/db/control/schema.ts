import { integer, primaryKey, sqliteTable } from 'drizzle-orm/sqlite-core';
import type { Role, Scope } from '../../../shared/access.ts';
import { personal, personalJson, plain, plainJson } from '../classified-text.ts';

// Mirrors migrations/*.sql by hand; a test compares both.

export const user = sqliteTable('user', {
  id: integer('id').primaryKey(),
  name: personal('name').notNull(),
  email: personal('email'),
  createdAt: integer('created_at').notNull(),
});

export const workspace = sqliteTable('workspace', {
  wsId: integer('ws_id').primaryKey(),
  uuid: plain('uuid').notNull(),
  name: plain('name').notNull(),
  shard: plain('shard').notNull(),
  epoch: integer('epoch').notNull().default(1),
  timeZone: plain('time_zone').notNull(),
  currency: plain('currency').notNull(),
  sample: integer('sample', { mode: 'boolean' }).notNull().default(false),
  createdAt: integer('created_at').notNull(),
});

export const controlTeam = sqliteTable('team', {
  id: integer('id').primaryKey(),
  wsId: integer('ws_id').notNull(),
  parentId: integer('parent_id'),
  name: plain('name').notNull(),
});

export const membership = sqliteTable(
  'membership',
  {
    wsId: integer('ws_id').notNull(),
    userId: integer('user_id').notNull(),
    role: plain<Role>('role').notNull(),
    scope: plain<Scope>('scope').notNull(),
    teamId: integer('team_id'),
    manages: plainJson<number[]>('manages').notNull().default([]),
    rev: integer('rev').notNull().default(1),
  },
  (t) => [primaryKey({ columns: [t.wsId, t.userId] })],
);

export const session = sqliteTable('session', {
  id: plain('id').primaryKey(),
  userId: integer('user_id').notNull(),
  wsId: integer('ws_id').notNull(),
  secretHash: plain('secret_hash').notNull(),
  device: personal('device').notNull(),
  createdAt: integer('created_at').notNull(),
  lastSeenAt: integer('last_seen_at').notNull(),
  revokedAt: integer('revoked_at'),
});

export const localCodeState = sqliteTable('local_code', {
  secretHash: plain('secret_hash').primaryKey(),
  counter: integer('counter').notNull(),
  tries: integer('tries').notNull(),
});

export const controlJob = sqliteTable('control_job', {
  id: plain('id').primaryKey(),
  kind: plain('kind').notNull(),
  wsId: integer('ws_id').notNull(),
  payload: personalJson<unknown>('payload').notNull(),
  createdAt: integer('created_at').notNull(),
  doneAt: integer('done_at'),
});
