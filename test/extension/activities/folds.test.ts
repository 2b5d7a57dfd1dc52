import { describe, expect, it } from 'vitest';
import {
  foldedParts,
  isPartKept,
  ownWords,
  withoutPart,
  withPart,
} from '../../../extension/activities/folds.ts';
import { mailOf, pageOf } from './samples.ts';

const OWN = '李经理，报价收到 🎉。';
const SIGNED = '王建国\n采购经理\n衡川精密制造有限公司\n137 0000 5678';
const NOTICE = '本邮件仅供收件人使用。';
const text = `${OWN}\n\n${SIGNED}\n\n${NOTICE}`;
const foldOf = (kind: 'signature' | 'disclaimer', part: string) => ({
  kind,
  start: text.indexOf(part),
  end: text.indexOf(part) + part.length,
});
const folds = [foldOf('signature', SIGNED), foldOf('disclaimer', NOTICE)];
const quoted = '发件人: 李敏\n主题: 报价\n\n您好';
const MAIL = mailOf({ text, folds, quoted, quotedMessages: 3 });

describe('what a mail keeps', () => {
  it('is its own words, without signature, notice and history', () => {
    expect(ownWords(MAIL)).toBe(OWN);
  });

  it('is all of it where nothing is folded', () => {
    expect(ownWords(mailOf({ text: 'Fine.\n\nMei' }))).toBe('Fine.\n\nMei');
  });

  it('holds also where the panel has only the beginning of the text', () => {
    expect(ownWords({ text: text.slice(0, text.indexOf('采购')), folds })).toBe(OWN);
  });
});

describe('what is folded', () => {
  const parts = foldedParts(MAIL);
  const [signature, notice, history] = parts;

  it('is counted in messages and lines', () => {
    expect(parts.map(({ kind, unit, count }) => [kind, unit, count])).toEqual([
      ['signature', 'lines', 4],
      ['disclaimer', 'lines', 1],
      ['history', 'messages', 3],
    ]);
  });

  it('is counted in lines where no message of the history could be told', () => {
    const [part] = foldedParts(mailOf({ quoted: '> a\n>\n> b' }));
    expect(part).toMatchObject({ kind: 'history', unit: 'lines', count: 3 });
  });

  it('kept too, stands where the mail has it, whatever the order in which it was asked for', () => {
    if (!signature || !notice || !history) throw new Error('a part is missing');
    const later = withPart(OWN, history, parts);
    const all = withPart(withPart(later, signature, parts), notice, parts);
    expect(all).toBe(`${text}\n\n${quoted}`);
    expect(isPartKept(all, notice)).toBe(true);
    expect(withoutPart(withoutPart(withoutPart(all, notice), history), signature)).toBe(OWN);
  });

  it('kept too, leaves what the rep has written as it is', () => {
    if (!signature) throw new Error('a part is missing');
    expect(withPart('报价收到。（已电话确认）', signature, parts)).toBe(
      `报价收到。（已电话确认）\n\n${SIGNED}`,
    );
  });

  it('of a page is nothing', () => {
    expect(foldedParts(pageOf())).toEqual([]);
  });
});
