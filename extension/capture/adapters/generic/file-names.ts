const SIZE = /[\s([（]*\d[\d.,]*\s?(?:bytes?|[kmg]i?b?|b|б|кб|мб|字节|ko|mo)[)\]）]*\s*$/i;
const FILE = /^[^\\/:*?"<>|\n]{1,200}\.[a-z0-9]{1,8}$/i;

/** The name of a file, its size left out; undefined where the words are something else. */
export function fileName(text: string | null): string | undefined {
  const name = withoutSize(text ?? '');
  return FILE.test(name) && !/^(?:https?|www)\b/.test(name) && !name.includes('@') ? name : undefined;
}

/** Longer words name no file, and are not searched for a size. */
const MAX_NAME = 300;

const withoutSize = (text: string): string =>
  text.length > MAX_NAME ? text : text.replace(/\s+/g, ' ').trim().replace(SIZE, '').trim();

/** Says no more than what a file is called and how large it is. */
export const isFileOrSize = (text: string): boolean =>
  !/[\p{L}\p{N}]/u.test(withoutSize(text)) || fileName(text) !== undefined;
