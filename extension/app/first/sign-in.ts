import type { LocalSignIn } from '../../../shared/session.ts';
import { errorCode, errorText } from '../error-text.ts';
import { t } from '../i18n.ts';

export const WAYS = ['rep', 'manager', 'empty'] as const;
export type Way = (typeof WAYS)[number];

export type SignInForm = { code: string; way: Way; name: string; workspaceName: string };
export type SignInErrors = { code?: string; name?: string; workspaceName?: string; form?: string };

/** Currency of the region that the browser is set to; a wrong guess can be changed per opportunity. */
const CURRENCY: Record<string, string> = {
  CN: 'CNY',
  HK: 'HKD',
  TW: 'TWD',
  SG: 'SGD',
  JP: 'JPY',
  US: 'USD',
  GB: 'GBP',
  CH: 'CHF',
  IN: 'INR',
  AU: 'AUD',
  CA: 'CAD',
};
const EURO = /^(AT|BE|CY|DE|EE|ES|FI|FR|GR|HR|IE|IT|LT|LU|LV|MT|NL|PT|SI|SK)$/;

export function currencyFor(language: string): string {
  const region = new Intl.Locale(language).maximize().region ?? '';
  return EURO.test(region) ? 'EUR' : (CURRENCY[region] ?? 'USD');
}

export const browserTimeZone = (): string => Intl.DateTimeFormat().resolvedOptions().timeZone;

export function checkForm(form: SignInForm): SignInErrors {
  const isEmpty = form.way === 'empty';
  return {
    ...(!form.code.trim() && { code: t('first.error.code_empty') }),
    ...(isEmpty && !form.name.trim() && { name: t('first.error.name_empty') }),
    ...(isEmpty && !form.workspaceName.trim() && { workspaceName: t('first.error.workspace_empty') }),
  };
}

export function signInOf({ code, way, name, workspaceName }: SignInForm): LocalSignIn {
  if (way !== 'empty') return { code, as: { kind: 'sample', role: way } };
  const place = { timeZone: browserTimeZone(), currency: currencyFor(navigator.language) };
  return { code, as: { kind: 'empty', name, workspaceName, ...place } };
}

export function errorsOf(failure: unknown): SignInErrors {
  const isWrongCode = errorCode(failure) === 'code_wrong';
  return isWrongCode ? { code: t('first.error.code_wrong') } : { form: errorText(failure) };
}
