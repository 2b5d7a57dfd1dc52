import type { LocalSignIn } from '../../../shared/session.ts';
import { errorCode, errorText } from '../error-text.ts';
import { t } from '../i18n.ts';
import type { LastPerson } from '../last-person.ts';

/** `again` = as the person who was here last. */
export type Way = 'again' | 'rep' | 'manager' | 'empty';

export type SignInForm = { code: string; way: Way; name: string; workspaceName: string };

/** The ways that are open, the likeliest first. */
export function waysFor(last: LastPerson | undefined, hasSample: boolean): readonly Way[] {
  return [
    ...(last ? (['again'] as const) : []),
    ...(hasSample ? (['rep', 'manager'] as const) : []),
    'empty',
  ];
}
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

export function signInOf(form: SignInForm, last: LastPerson | undefined): LocalSignIn {
  const { code, way, name, workspaceName } = form;
  if (way === 'rep' || way === 'manager') return { code, as: { kind: 'sample', role: way } };
  if (way === 'again' && last) {
    return { code, as: { kind: 'known', workspaceId: last.workspaceId, userId: last.userId } };
  }
  const place = { timeZone: browserTimeZone(), currency: currencyFor(navigator.language) };
  return { code, as: { kind: 'empty', name, workspaceName, ...place } };
}

export function errorsOf(failure: unknown): SignInErrors {
  const code = errorCode(failure);
  if (code === 'code_wrong') return { code: t('first.error.code_wrong') };
  return { form: code === 'not_found' ? t('first.error.not_known') : errorText(failure) };
}
