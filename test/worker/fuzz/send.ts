import { createExecutionContext } from 'cloudflare:test';
import { drizzle } from 'drizzle-orm/d1';
import { uuidv7 } from 'uuidv7';
import { randomOf } from '../../../scripts/seed/random.ts';
import { localCode } from '../../../shared/local-code.ts';
import { createSession } from '../../../worker/auth/session.ts';
import { tokenText } from '../../../worker/auth/token.ts';
import type { Env } from '../../../worker/env.ts';
import { app } from '../../../worker/index.ts';
import { guardedEnv } from '../bound-statements.ts';
import { testEnv } from '../setup/databases.ts';
import { HOSTILE } from './arbitrary-of.ts';
import type { Endpoint } from './endpoints.ts';
import type { Scene } from './scene.ts';
import { type Fields, spoilt } from './spoil.ts';

/** One request in the making: a value that the schema takes, and a seed that decides what becomes of it. */
export type Draft = { value: unknown; raw: string | Uint8Array<ArrayBuffer>; seed: number };
export type Sent = {
  path: string;
  body: string | Uint8Array<ArrayBuffer> | undefined;
  value: Fields;
  param: string;
};
export type Answered = { status: number; text: string; ms: number };

const FITTING = 0.7;
const SPOILT = 0.85;
const UNKNOWN = '0190a000-0000-7000-8000-000000000000';

/** Mostly what is right, some with one thing wrong, some that is nothing at all. */
export async function sendDraft(
  route: string,
  { endpoint, scene, draft }: { endpoint: Endpoint; scene: Scene; draft: Draft },
): Promise<Sent & Answered> {
  const [method = '', pattern = ''] = route.split(' ');
  const random = randomOf(draft.seed);
  const fate = random.next();
  const isFitting = fate < FITTING;
  const param = isFitting ? (endpoint.param?.(scene, random) ?? '') : random.pick([...HOSTILE, UNKNOWN]);
  const known = endpoint.param?.(scene, random) ?? '';
  const target = endpoint.param && (isFitting || random.chance(0.5)) ? (isFitting ? param : known) : param;
  const fields = (draft.value ?? {}) as Fields;
  const fitted = endpoint.fit?.(fields, { scene, random, param: target }) ?? fields;
  const value = isFitting ? fitted : spoilt(fitted, random);
  const body = !endpoint.body ? undefined : fate < SPOILT ? JSON.stringify(value) : draft.raw;
  const query = endpoint.query || !isFitting ? queryOf(endpoint.query ? value : spoilt({}, random)) : '';
  const path = `${pattern.replace(/\{\w+\}/, encodeURIComponent(target.toWellFormed()))}${query}`;
  const ifMatch = isFitting ? `"${scene.versions.get(target) ?? 1}"` : random.pick([...HOSTILE, '"1"']);
  const answered = await send(scene, {
    method,
    path,
    body,
    headers: endpoint.isVersioned ? { 'if-match': headerText(ifMatch) } : {},
    signIn: endpoint.signIn,
    isFitting,
  });
  return { path, body, value, param: target, ...answered };
}

function queryOf(value: Fields): string {
  const present = Object.entries(value).filter(([, one]) => one !== undefined);
  return `?${new URLSearchParams(present.map(([name, one]) => [name, String(one)]))}`;
}

/** A header takes Latin-1 without line breaks; nothing else ever leaves a client. */
const headerText = (text: string): string => text.replace(/[^\t\x20-\x7e\x80-\xff]/g, '');

type Request = Pick<Sent, 'path' | 'body'> & {
  method: string;
  headers: Record<string, string>;
  signIn: Endpoint['signIn'];
  isFitting: boolean;
};

async function send(scene: Scene, request: Request): Promise<Answered> {
  const { extra, token, body } = await signedIn(scene, request);
  const began = Date.now();
  const answer = await app.request(
    request.path,
    {
      method: request.method,
      headers: { ...request.headers, authorization: `Bearer ${token}`, 'content-type': 'application/json' },
      ...(body !== undefined && { body }),
    },
    guardedEnv(request.signIn === 'code' ? undefined : scene.ann.wsId, extra),
    createExecutionContext(),
  );
  const text = await answer.text();
  return { status: answer.status, text, ms: Date.now() - began };
}

/** A code lets in once and a session ends once: each request has its own. */
async function signedIn({ ann }: Scene, { signIn, body, isFitting }: Request) {
  if (signIn === 'session' && isFitting) {
    const { wsId, userId } = ann;
    const session = await createSession(
      drizzle(testEnv.CONTROL),
      { wsId, userId, device: 'test' },
      Date.now(),
    );
    return { token: tokenText(session), body, extra: {} };
  }
  if (signIn === 'session') return { token: 'sl_x_y', body, extra: {} };
  const secret = uuidv7();
  const extra: Partial<Env> = signIn === 'code' ? { LOCAL: '1', LOCAL_SECRET: secret } : {};
  const isAsking = signIn === 'code' && isFitting && typeof body === 'string';
  const coded = isAsking ? JSON.stringify({ ...JSON.parse(body), code: await localCode(secret, 0) }) : body;
  return { token: ann.token, body: coded, extra };
}

export const readAgain = async (scene: Scene, path: string): Promise<unknown> =>
  JSON.parse(
    (
      await send(scene, {
        method: 'GET',
        path,
        body: undefined,
        headers: {},
        signIn: undefined,
        isFitting: true,
      })
    ).text,
  );
