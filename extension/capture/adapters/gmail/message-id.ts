import { NAMES } from './names.ts';

/** The number that Gmail's own program interface uses, in hexadecimal; and its newer name for the same message. */
const LEGACY = /^[0-9a-f]{16}$/;
const PERMANENT = /^#?(msg-[fa]:r?-?\d{1,20})$/;

/** Every account that is signed in has a path of its own, and an account that is delegated a longer one. */
const ACCOUNT = /^\/mail\/(?:b\/[^/]+\/)?u\/\d+\//;

/** What a message is called in the page: by its attributes, or, where these are missing, in what Gmail logs of its parts. */
export function idOf(item: Element): string | undefined {
  for (const name of ['data-legacy-message-id', 'data-message-id']) {
    const id = ownParts(item, name)[0]?.getAttribute(name);
    if (id) return PERMANENT.exec(id)?.[1] ?? id;
  }
  return loggedId(item);
}

/** Believed only where all parts of the message log the same one. */
function loggedId(item: Element): string | undefined {
  const ids = new Set(
    ownParts(item, 'jslog').flatMap((part) => permanentIn(part.getAttribute('jslog') ?? '')),
  );
  const [id] = ids;
  return ids.size === 1 ? id : undefined;
}

/** The element and those in it that carry the attribute, none that the mail itself may have brought. */
const ownParts = (item: Element, attribute: string): Element[] =>
  [item, ...item.querySelectorAll(`[${attribute}]`)].filter(
    (part) => part.hasAttribute(attribute) && !part.parentElement?.closest(NAMES.anyBody),
  );

/** `…; 4:<base64 of ["#msg-f:123", …]>; …` */
function permanentIn(log: string): string[] {
  const [, code = ''] = /(?:^|;\s*)4:([\w+/-]+=*)/.exec(log) ?? [];
  try {
    const [first]: unknown[] = JSON.parse(atob(code.replaceAll('-', '+').replaceAll('_', '/')));
    const id = typeof first === 'string' ? PERMANENT.exec(first)?.[1] : undefined;
    return id ? [id] : [];
  } catch {
    return [];
  }
}

/** The name by which a probe and a later reading know a message of this account. */
export const keyOf = (id: string, page: URL): string => `${accountOf(page)}#${id}`;

const accountOf = ({ origin, pathname }: URL): string => origin + (ACCOUNT.exec(pathname)?.[0] ?? pathname);

/** Where this account gets the message's source, if the id is one of those that Gmail gives. */
export function sourceOf(id: string, page: URL): URL | undefined {
  if (!ACCOUNT.test(page.pathname)) return undefined;
  const name = LEGACY.test(id) ? `th=${id}` : PERMANENT.test(id) && `permmsgid=${id}`;
  return name ? new URL(`${accountOf(page)}?view=att&${name}&attid=0&disp=comp&safe=1&zw`) : undefined;
}

/** The id in a key of this very account. */
export function idOfKey(key: string, page: URL): string | undefined {
  const id = key.slice(accountOf(page).length + 1);
  return key === keyOf(id, page) ? id : undefined;
}
