import { act } from 'preact/test-utils';
import { expect, test, vi } from 'vitest';
import { loadLaterScreens } from '../../../extension/app/later.ts';
import { go } from '../../../extension/app/navigation.ts';
import { useShownView } from '../../../extension/app/screens.tsx';
import { show } from './render.ts';

test('a language is on screen once its sentences are here, and the last one asked for wins', async () => {
  vi.resetModules();
  const { locale, setLocale, t } = await import('../../../extension/app/i18n.ts');
  const chinese = setLocale('zh-CN');
  const english = setLocale('en');
  await Promise.all([chinese, english]);
  expect([locale.value, t('ui.undo')]).toEqual(['en', 'Undo']);
  await setLocale('zh-CN');
  expect([locale.value, t('ui.undo')]).toEqual(['zh-CN', '撤销']);
});

test('a screen stays until the next one is loaded', async () => {
  const Name = () => <p>{useShownView().name}</p>;
  const place = show(<Name />);
  act(() => go({ name: 'write' }));
  expect(place.textContent).toBe('now');
  await act(loadLaterScreens);
  expect(place.textContent).toBe('write');
});
