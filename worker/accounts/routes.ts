import { Hono } from 'hono';
import * as z from 'zod';
import { Account, NewAccount } from '../../shared/account.ts';
import { Id } from '../../shared/id.ts';
import { Page, PageQuery } from '../../shared/page.ts';
import { Receipt } from '../../shared/receipt.ts';
import { mayWrite } from '../auth/signed-in.ts';
import { describe } from '../describe.ts';
import type { AppEnv } from '../env.ts';
import { bodyHash } from '../receipts/body-hash.ts';
import { etagOf, validate } from '../validate.ts';
import { createAccount, getAccount, listAccounts } from './service.ts';

const tags = ['accounts'];

export const accountRoutes = new Hono<AppEnv>()
  .post(
    '/',
    describe({
      summary: 'Create an account; sent again under the same id, it answers with the same receipt',
      tags,
      answers: { 201: Receipt, 200: Receipt },
      refusals: ['forbidden', 'hash_conflict', 'already_exists'],
    }),
    mayWrite,
    validate('json', NewAccount),
    async (c) => {
      const delivered = await createAccount(c.var.ctx, c.req.valid('json'), await bodyHash(c));
      return c.json(delivered.receipt, delivered.isReplay ? 200 : 201);
    },
  )
  .get(
    '/',
    describe({ summary: 'Accounts the reader may see, newest first', tags, answers: { 200: Page(Account) } }),
    validate('query', PageQuery),
    async (c) => c.json(await listAccounts(c.var.ctx, c.req.valid('query')), 200),
  )
  .get(
    '/:id',
    describe({
      summary: 'One account, with its version as ETag',
      tags,
      answers: { 200: Account },
      refusals: ['not_found'],
    }),
    validate('param', z.object({ id: Id })),
    async (c) => {
      const account = await getAccount(c.var.ctx, c.req.valid('param').id);
      c.header('etag', etagOf(account));
      return c.json(account, 200);
    },
  );
