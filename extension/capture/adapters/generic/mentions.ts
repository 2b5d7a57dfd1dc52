import type { Address } from '../../../../shared/capture.ts';
import { isElement, type Outline, type Spot, type Stretch } from './outline.ts';

/**
 * An address as the page gives it. `made`: in an attribute that the site wrote for machines, `framed`: after a name, in
 * angle brackets; `bare`: as text, which may be a display name that only looks like an address.
 */
export type Mention = { email: string; spot: Spot; kind: 'made' | 'framed' | 'bare'; name?: string };

const DOMAIN =
  '(?:[\\p{L}\\p{N}](?:[\\p{L}\\p{N}-]*[\\p{L}\\p{N}])?\\.)+(?:xn--[a-z0-9-]+|[a-z]{2,24}|[^\\x00-\\x7f\\p{P}\\s]{1,24})';
const EMAIL = new RegExp(`[a-z0-9._%+'=~-]+@${DOMAIN}(?![\\w-]|\\.\\w)`, 'giu');
const WHOLE = new RegExp(`^[^\\s<>"(),;:@]+@${DOMAIN}$`, 'iu');

/** Attributes whose words people read: a name may stand there as well. */
const READ_ALOUD =
  /^(?:title|aria-label|alt|data-(?:original-)?(?:title|tooltip|tip|content)|tooltip|data-name)$/;
const NEVER =
  /^(?:class|style|src|srcset|id|name|for|on\w+|data-name|n|action|value|placeholder|data-testid|data-test-id)$/;

export function mentionsIn(outline: Outline, { at, end }: Stretch): Mention[] {
  const found: Mention[] = [];
  for (let i = at; i < end; i++) {
    const spot = outline.spots[i];
    if (spot?.zone !== 'page') continue;
    found.push(...(isElement(spot) ? inAttributes(spot) : inText(outline, spot)));
  }
  return found;
}

function inAttributes(spot: Spot): Mention[] {
  return [...spot.element.attributes].flatMap(({ name, value }): Mention[] => {
    if (!/@|%40/.test(value) || value.length > 600 || NEVER.test(name)) return [];
    if (READ_ALOUD.test(name)) return spokenIn(value, spot);
    if (name === 'href' && !/^mailto:/i.test(value)) return [];
    const email = decoded(value.replace(/^mailto:/i, '').replace(/\?.*$/s, ''))
      .replace(/^<|>$/g, '')
      .trim();
    return WHOLE.test(email) ? [{ email, spot, kind: 'made', ...madeName(spot.element) }] : [];
  });
}

/** A tooltip that says an address and nothing else was made by the site, unless it only repeats what is shown. */
function spokenIn(value: string, spot: Spot): Mention[] {
  const isOwn = WHOLE.test(value.trim()) && (spot.element.textContent ?? '').trim() !== value.trim();
  return writtenIn(value, spot).map((mention) => (isOwn ? { ...mention, kind: 'made' } : mention));
}

function madeName(element: Element): { name?: string } {
  const name = (
    element.getAttribute('name') ??
    element.getAttribute('n') ??
    element.getAttribute('data-name')
  )?.trim();
  return name && !name.includes('@') ? { name } : {};
}

function decoded(value: string): string {
  try {
    return decodeURIComponent(value);
  } catch {
    return value;
  }
}

/**
 * Addresses in words: `Mei Tan <mei@tan.example>`, or the bare address. Round brackets hold the address in one program
 * and the name in another.
 */
export function writtenIn(text: string, spot: Spot): Mention[] {
  let from = 0;
  return [...text.matchAll(EMAIL)].map((match): Mention => {
    const before = text.slice(from, match.index).trimEnd();
    from = match.index + match[0].length;
    const isFramed = /[<＜]$/.test(before) && /^\s*[>＞]/.test(text.slice(from));
    const hasName = isFramed || (/[(（]$/.test(before) && /^\s*[)）]/.test(text.slice(from)));
    const name = hasName ? before.slice(0, -1).replace(/^[\s>＞)）,;，；、]+/, '') : '';
    return { email: match[0], spot, kind: isFramed ? 'framed' : 'bare', ...(name && { name }) };
  });
}

/** Brackets may stand in pieces of text of their own. */
function inText({ spots }: Outline, spot: Spot): Mention[] {
  if (!spot.text.includes('@')) return [];
  const found = writtenIn(spot.text, spot);
  const [only] = found;
  if (found.length !== 1 || only?.kind !== 'bare' || spot.text.trim() !== only.email) return found;
  const [before, after] = [neighbour(spots, spot.at, -1), neighbour(spots, spot.at, 1)];
  const isFramed = /[<＜]\s*$/.test(before) && /^\s*[>＞]/.test(after);
  return isFramed ? [{ ...only, kind: 'framed' }] : found;
}

function neighbour(spots: readonly Spot[], at: number, step: 1 | -1): string {
  for (let i = at + step; i >= 0 && i < spots.length && Math.abs(i - at) < 6; i += step) {
    const text = spots[i]?.text;
    if (text) return text;
  }
  return '';
}

/** Letters' case and the two ways to write an international domain make no other address. */
export function sameAddress(email: string): string {
  const { local, domain } = partsOf(email);
  return `${local}@${asciiDomain(domain)}`.toLowerCase();
}

/** As the message itself has it: webmails show international domains decoded. */
export function asAddress(email: string, name?: string): Address {
  const { local, domain } = partsOf(email);
  return { ...(name && { name }), email: `${local}@${/[^ -~]/.test(domain) ? asciiDomain(domain) : domain}` };
}

function partsOf(email: string): { local: string; domain: string } {
  const at = email.lastIndexOf('@');
  return { local: email.slice(0, at), domain: email.slice(at + 1) };
}

const asciiDomain = (domain: string): string => URL.parse(`http://${domain}`)?.hostname ?? domain;

export const distinct = (mentions: readonly Mention[]): string[] => [
  ...new Set(mentions.map(({ email }) => sameAddress(email))),
];
