import { getDomain } from 'tldts';
import { isFreeMail } from './free-mail.ts';

/** The host part of an address, lowercase. */
export const domainOfAddress = (address: string): string =>
  address
    .slice(address.lastIndexOf('@') + 1)
    .trim()
    .toLowerCase()
    .replace(/\.$/, '');

/**
 * What somebody can register: `mail.hengchuan.com.cn` → `hengchuan.com.cn`. Undefined for an IP address, a bare host or
 * a public suffix. Hosting suffixes count as public, since `a.github.io` and `b.github.io` are two owners.
 */
export function registrableDomain(host: string): string | undefined {
  return getDomain(host.trim().toLowerCase(), { allowPrivateDomains: true }) ?? undefined;
}

/**
 * The domains under which an account may be known by this host, the narrower first; none for free mail. Both, because
 * a group's branch may be an account of its own.
 */
export function accountDomainsOf(host: string): string[] {
  const whole = host
    .trim()
    .toLowerCase()
    .replace(/\.$/, '')
    .replace(/^www\./, '');
  const registrable = registrableDomain(whole);
  if (!registrable || isFreeMail(whole) || isFreeMail(registrable)) return [];
  return [...new Set([whole, registrable])];
}
