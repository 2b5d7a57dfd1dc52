import type { Ask } from '../../../shared/capture.ts';
import { type Change, capture as captureAt, saved as savedPage } from './saved-page.ts';

export const ACCOUNT = 'https://mail.google.com/mail/u/1/';
/** Where its conversation is open. */
export const AT = `${ACCOUNT}#inbox/FMfcgzQcqQpwXNmBLkVbTzWxRjHdPqLs`;
export const NEWEST = `${ACCOUNT}#17975fd2bbdc000e`;
export const SOURCE = `From: Ana Ruiz <ana@ruiz.example>
To: Jon Berg <jon@berg.example>, Einkauf Desk <desk@berg.example>
Cc: Mei Tan <mei@tan.example>
Subject: Re: Angebot Pumpen
Date: Wed, 20 Aug 2025 13:19:07 +0200
Message-ID: <14@ruiz.example>

Wir nehmen sechs Pumpen.
`.replaceAll('\n', '\r\n');

export const saved = (name: 'conversation' | 'list' | 'compose', change?: Change) =>
  savedPage(`gmail/${name}`, change);
export const capture = (document: Document, ask: Ask = { mode: 'read' }, where = {}) =>
  captureAt(document, ask, { url: AT, ...where });
