import { expect, test } from 'vitest';
import { accountDomainsOf, domainOfAddress, registrableDomain } from '../../shared/mail-domain.ts';

test.each([
  ['li@hengchuan.example', 'hengchuan.example'],
  ['Li.Wei@Mail.HengChuan.com.CN', 'mail.hengchuan.com.cn'],
  ['"odd@quoted"@a.example', 'a.example'],
  ['li@hengchuan.example.', 'hengchuan.example'],
])('the domain of %s is %s', (address, domain) => {
  expect(domainOfAddress(address)).toBe(domain);
});

test.each([
  ['mail.hengchuan.com.cn', 'hengchuan.com.cn'],
  ['www.bbc.co.uk', 'bbc.co.uk'],
  ['a.github.io', 'a.github.io'],
  ['harborlabs.example', 'harborlabs.example'],
  ['co.uk', undefined],
  ['localhost', undefined],
  ['192.168.1.10', undefined],
  ['[::1]', undefined],
  ['', undefined],
])('%s is registered as %s', (host, domain) => {
  expect(registrableDomain(host)).toBe(domain);
});

test.each([
  ['hengchuan.com.cn', ['hengchuan.com.cn']],
  ['www.hengchuan.com.cn', ['hengchuan.com.cn']],
  ['north.hengchuan.com.cn', ['north.hengchuan.com.cn', 'hengchuan.com.cn']],
  ['qq.com', []],
  ['vip.163.com', []],
  ['anything.gmail.com', []],
  ['GMAIL.com', []],
  ['yahoo.co.jp', []],
  ['localhost', []],
])('an account is known by %s under %j', (host, domains) => {
  expect(accountDomainsOf(host)).toEqual(domains);
});
