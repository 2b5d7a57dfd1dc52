import { browser } from 'wxt/browser';
import * as z from 'zod';
import { Level } from '../../shared/access.ts';
import type { Session } from './session.ts';

/** By domain, or by address where anybody can have one at the domain; chosen last stands last. */
export type Levels = ReadonlyMap<string, Level>;
const Stored = z.array(z.tuple([z.string(), Level])).catch([]);

const KEPT = 1000;

/** Apart for each person on each server. It stays on this device, and goes when the device is wiped. */
const keyOf = ({ server, me }: Pick<Session, 'server' | 'me'>): string =>
  ['levels', server, me.workspace.id, me.user.id].join(' ');

export async function readLevels(whose: Pick<Session, 'server' | 'me'>): Promise<Levels> {
  const key = keyOf(whose);
  return new Map(Stored.parse((await browser.storage.local.get(key))[key]));
}

/** `undefined` forgets what was chosen for `whom`. */
export async function rememberLevel(
  whose: Pick<Session, 'server' | 'me'>,
  whom: string,
  level: Level | undefined,
): Promise<void> {
  const others = [...(await readLevels(whose))].filter(([known]) => known !== whom).slice(1 - KEPT);
  const levels = level === undefined ? others : [...others, [whom, level]];
  await browser.storage.local.set({ [keyOf(whose)]: levels });
}
