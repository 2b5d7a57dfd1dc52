import { beforeEach, describe, expect, test } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { readMessage } from '../../../extension/catch-up/read-messages.ts';
import { mailOf, me } from '../activities/samples.ts';

const pageKey = 'message-1';
let subject: string | undefined;

beforeEach(() => {
  Object.assign(fakeBrowser.scripting, {
    executeScript: async ({ files }: { files?: string[] }) => {
      const { subject: _, ...mail } = mailOf({ pageKey });
      const item = { ...mail, ...(subject && { subject }) };
      return [{ frameId: 0, documentId: 'd', result: files ? { status: 'item', item } : undefined }];
    },
  });
});

const readAs = (read: string | undefined, listed: string | undefined) => {
  subject = read;
  return readMessage(1, { pageKey, ...(listed && { subject: listed }) }, me);
};

describe('a message of the list', () => {
  test.each([
    ['Offer for pumps', 'Offer for pumps'],
    ['Offer  for\npumps', ' offer for Pumps'],
    ['Re: Offer for pumps', 'Offer for pumps'],
    ['Fwd: Offer for pumps', 'RE: offer for pumps'],
    ['回复：水泵报价', '转发: 水泵报价'],
    ['Offer for pumps and pipes', 'Offer for pum…'],
    ['[sales] Offer for pumps', 'Offer for pumps'],
    [undefined, '(no subject)'],
    ['Offer for pumps', undefined],
  ])('of the subject %j is the one that is listed as %j', async (read, listed) => {
    expect((await readAs(read, listed)).item.pageKey).toBe(pageKey);
  });

  test.each([
    ['Invoice 14', 'Offer for pumps'],
    ['Re: 发票', 'Re: 水泵报价'],
    ['Offer for pipes', 'Offer for pum…'],
  ])('of the subject %j is not the one that is listed as %j', async (read, listed) => {
    await expect(readAs(read, listed)).rejects.toThrow('other_message');
  });

  test('of another key is not the one that is listed', async () => {
    await expect(readMessage(1, { pageKey: 'message-2' }, me)).rejects.toThrow('other_message');
  });
});
