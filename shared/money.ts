import * as z from 'zod';

/** Integer minor units; |amount| < 2^53 because D1 rounds larger integers in silence. */
export const AmountMinor = z.int().min(0);
export const Currency = z.string().regex(/^[A-Z]{3}$/, { error: 'currency' });

/** Digits after the point of `currency`: 2 for CNY, 0 for JPY. Source: ISO 4217 through Intl. */
export function minorDigits(currency: string): number {
  return (
    new Intl.NumberFormat('en', { style: 'currency', currency }).resolvedOptions().maximumFractionDigits ?? 2
  );
}

export const toMajor = (minor: number, currency: string): number => minor / 10 ** minorDigits(currency);

/** Reads what a rep types: "180000", "1,200.50", "18万", "180K", "1.2M". Undefined where it is not an amount. */
export function parseAmount(typed: string, currency: string): number | undefined {
  const match = /^([\d.]+)\s*(万|亿|k|m)?$/i.exec(typed.replace(/[,，\s¥$€£]/g, ''));
  if (!match) return undefined;
  const scale = { 万: 1e4, 亿: 1e8, k: 1e3, m: 1e6 }[match[2]?.toLowerCase() ?? ''] ?? 1;
  const minor = Math.round(Number(match[1]) * scale * 10 ** minorDigits(currency));
  return Number.isSafeInteger(minor) ? minor : undefined;
}

/** Short form for a row: 18万 in zh, ¥180K in en. The full amount belongs into the title. */
export function shortMoney(minor: number, currency: string, locale: string): string {
  const major = toMajor(minor, currency);
  if (locale.startsWith('zh') && currency === 'CNY') {
    return new Intl.NumberFormat('zh-CN', { notation: 'compact', maximumFractionDigits: 1 }).format(major);
  }
  return new Intl.NumberFormat(locale, {
    style: 'currency',
    currency,
    currencyDisplay: 'narrowSymbol',
    notation: 'compact',
    maximumFractionDigits: 1,
  }).format(major);
}

export function fullMoney(minor: number, currency: string, locale: string): string {
  return new Intl.NumberFormat(locale, { style: 'currency', currency }).format(toMajor(minor, currency));
}
