import { Hono } from 'hono';
import * as z from 'zod';
import { Contact, NewContact } from '../../shared/contact.ts';
import { Id } from '../../shared/id.ts';
import { Page, PageQuery } from '../../shared/page.ts';
import { Receipt } from '../../shared/receipt.ts';
import { mayWrite } from '../auth/signed-in.ts';
import { describe } from '../describe.ts';
import type { AppEnv } from '../env.ts';
import { bodyHash } from '../receipts/body-hash.ts';
import { etagOf, validate } from '../validate.ts';
import { createContact, getContact, listContacts } from './service.ts';

const tags = ['contacts'];

export const contactRoutes = new Hono<AppEnv>()
  .post(
    '/',
    describe({
      summary: 'Create a contact; sent again under the same id, it answers with the same receipt',
      tags,
      answers: { 201: Receipt, 200: Receipt },
      refusals: ['reference_unknown', 'forbidden', 'hash_conflict', 'already_exists'],
    }),
    mayWrite,
    validate('json', NewContact),
    async (c) => {
      const delivered = await createContact(c.var.ctx, c.req.valid('json'), await bodyHash(c));
      return c.json(delivered.receipt, delivered.isReplay ? 200 : 201);
    },
  )
  .get(
    '/',
    describe({ summary: 'Contacts the reader may see, newest first', tags, answers: { 200: Page(Contact) } }),
    validate('query', PageQuery),
    async (c) => c.json(await listContacts(c.var.ctx, c.req.valid('query')), 200),
  )
  .get(
    '/:id',
    describe({
      summary: 'One contact, with its version as ETag',
      tags,
      answers: { 200: Contact },
      refusals: ['not_found'],
    }),
    validate('param', z.object({ id: Id })),
    async (c) => {
      const contact = await getContact(c.var.ctx, c.req.valid('param').id);
      c.header('etag', etagOf(contact));
      return c.json(contact, 200);
    },
  );
