/** What names a message of a Roundcube: the place where it stands, the message's number and its folder. */
export type MessageAddress = { base: URL; uid: string; folder: string };

/** Out of an address that opens the message. A search through several folders puts the folder behind the number, too. */
export function messageAddress(base: URL): MessageAddress | undefined {
  const [uid, folder] = [base.searchParams.get('_uid'), base.searchParams.get('_mbox')];
  const number = /^\d+(?:\.\d+)*(?=$|-)/.exec(uid ?? '')?.[0];
  const isOne = number !== undefined && (uid === number || uid === `${number}-${folder}`);
  return folder && isOne ? { base, uid: number, folder } : undefined;
}

export function urlOf({ base, uid, folder }: MessageAddress, action: 'show' | 'viewsource'): URL {
  const query = new URLSearchParams({ _task: 'mail', _action: action, _uid: uid, _mbox: folder });
  return new URL(`${base.pathname}?${query}`, base.origin);
}

/** The name by which a probe and a later reading know the message. */
export const keyOf = (address: MessageAddress): string => urlOf(address, 'show').href;

/** The message that a key names, if it is one of this very Roundcube and says nothing else. */
export function addressOfKey(key: string, page: URL): MessageAddress | undefined {
  if (!URL.canParse(key)) return undefined;
  const url = new URL(key);
  const address = messageAddress(url);
  const isHere = url.origin === page.origin && folderOf(url) === folderOf(page);
  return address && isHere && keyOf(address) === key ? address : undefined;
}

const folderOf = (url: URL): string => new URL('.', url).pathname;
