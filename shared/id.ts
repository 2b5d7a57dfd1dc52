import * as z from 'zod';

/** A record id: UUIDv7 text made by the client, so that a create can be replayed. */
export const Id = z.uuidv7();
export type Id = z.infer<typeof Id>;
/** Users, teams and workspaces are numbered by Control: they stand in every reader key and index entry. */
export const UserId = z.int().positive();
export const TeamId = z.int().positive();
