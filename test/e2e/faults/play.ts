import { setTimeout as sleep } from 'node:timers/promises';
import type { Stack } from '../stack.ts';
import type { Story } from './checks.ts';
import type { OnDevice } from './on-device.ts';
import { type Plan, planOf } from './plan.ts';
import type { Answer, BadNetwork } from './proxy.ts';

/** After so long what is not sent counts as stuck. */
const LONGEST_MS = 130_000;
/** Long enough for the device to have noticed a broken connection. */
const AFTER_THE_CUT_MS = 100;
const REP = 'rep@example.test';
const MANAGER = 'manager@example.test';

export type Stage = { stack: Stack; network: BadNetwork; device: OnDevice; server: string; seed: number };

/** The colleague logs a hundred mails; then the person logs a thousand things, and takes fifty of them back. */
export async function play(stage: Stage): Promise<Story> {
  const { stack, network, device } = stage;
  const until = Date.now() + LONGEST_MS;
  const { wsId, me, colleague, accounts } = whoIsWho(stack);
  const plan = planOf(stage.seed, accounts);
  await signIn(stage, 'manager', MANAGER);
  await device.save(plan.colleague.map(({ payload }) => payload));
  await device.drain(until - Date.now());
  await network.quiet();
  const before = countsOf(stack, wsId);
  await signIn(stage, 'rep', REP);
  const undone = takeBack(stage, plan);
  const kept = await device.save(plan.own.map(({ payload }) => payload));
  const isDrained = await device.drain(until - Date.now());
  await network.quiet();
  const late = await sendLate(network, plan);
  return {
    rows: (sql, ...args) => stack.rows(sql, ...args),
    ...{ wsId, me, colleague, own: plan.own, ofColleague: plan.colleague, kept, before },
    fates: network.fates,
    undone: await Promise.all(undone),
    late,
    device: {
      isDrained,
      left: await device.left(),
      delivered: await device.delivered(),
      badge: await device.badge(),
    },
  };
}

function whoIsWho(stack: Stack) {
  const member = (email: string) => stack.rows('SELECT ws_id, user_id FROM member WHERE email = ?', email)[0];
  const wsId = Number(member(REP)?.ws_id);
  const accounts = stack.rows("SELECT id FROM account WHERE ws_id = ? AND audience = 'o' ORDER BY id", wsId);
  return {
    wsId,
    me: Number(member(REP)?.user_id),
    colleague: Number(member(MANAGER)?.user_id),
    accounts: accounts.map(({ id }) => String(id)),
  };
}

/** A code is good for one try, so this alone happens on a good network. */
async function signIn({ stack, network, device, server }: Stage, role: 'rep' | 'manager', email: string) {
  network.isCalm = true;
  await device.signIn(server, { code: await stack.oneTimeCode(), as: { kind: 'sample', role, email } });
  network.isCalm = false;
}

function countsOf(stack: Stack, wsId: number): Story['before'] {
  const one = (sql: string) => Number(stack.rows(sql, wsId)[0]?.n);
  return {
    activities: one('SELECT count(*) AS n FROM activity WHERE ws_id = ?'),
    audited: one('SELECT max(seq) AS n FROM audit_event WHERE ws_id = ?'),
  };
}

/** Loses the answers to those creates, and takes each back as soon as the server has it. */
function takeBack({ network, device }: Stage, { own }: Plan): Promise<Story['undone'][number]>[] {
  const undone: Promise<Story['undone'][number]>[] = [];
  const inFlight = new Map(
    own.filter(({ end }) => end === 'undone').map((one) => [one.payload.id, one.isUndoneInFlight]),
  );
  for (const id of inFlight.keys()) network.mute.add(id);
  network.onMuted = async (id: string, { status }: Answer) => {
    const isInFlight = inFlight.get(id);
    const undoing = sleep(isInFlight ? 0 : AFTER_THE_CUT_MS)
      .then(() => device.undo(id))
      .then((known) => ({ id, answered: status, ...known }));
    undone.push(undoing);
    // Whoever waits for all of them at the end is told, and not the process before.
    undoing.catch(() => {});
    if (isInFlight) await undoing;
  };
  return undone;
}

/** Once more what was sent first, as a network may that held it back: all taken back, and as many of each other kind. */
async function sendLate(network: BadNetwork, { own }: Plan): Promise<Story['late']> {
  const ends = ['undone', 'joined', 'created'] as const;
  const some = ends.flatMap((end) => own.filter((one) => one.end === end).slice(0, 50));
  const late: Story['late'] = [];
  for (const { payload } of some) {
    const sent = network.creates.get(payload.id);
    if (!sent) continue;
    const { status, body } = await network.forward(sent);
    late.push({ id: payload.id, status, receipt: JSON.parse(body.toString()) });
  }
  return late;
}
