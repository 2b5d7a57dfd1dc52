import { afterEach, beforeEach, expect, test } from 'vitest';
import { back, canGoBack, go, settleFocus, view } from '../../../extension/app/navigation.ts';

const screen = () => document.querySelector('main') ?? document.body;
function draw(html: { body: string }): void {
  document.body.innerHTML = `<main tabindex="-1"><div class="panel-body">${html.body}</div></main>`;
}
beforeEach(() => {
  go({ name: 'feed' });
  go({ name: 'now' });
  draw({ body: '<button id="row-7">Open</button>' });
});
afterEach(() => {
  document.body.innerHTML = '';
});

test('back leads to where one came from, and to Now from a root', () => {
  go({ name: 'record', id: '7' });
  go({ name: 'settings' });
  back();
  expect(view.value).toEqual({ name: 'record', id: '7' });
  back();
  expect([view.value, canGoBack()]).toEqual([{ name: 'now' }, false]);
});

test('a tab forgets the way back', () => {
  go({ name: 'queue' });
  go({ name: 'feed' });
  expect(canGoBack()).toBe(false);
});

test('going where one is already adds no step', () => {
  go({ name: 'queue' });
  go({ name: 'queue' });
  back();
  expect(view.value).toEqual({ name: 'now' });
});

test('the focus returns to the row that was opened', () => {
  document.getElementById('row-7')?.focus();
  go({ name: 'record', id: '7' });
  draw({ body: '<h1>Record</h1>' });
  settleFocus(screen());
  expect(document.activeElement).toBe(screen());
  back();
  draw({ body: '<button id="row-7">Open</button>' });
  settleFocus(screen());
  expect(document.activeElement?.id).toBe('row-7');
});

test('a screen that names a first control gives it the focus', () => {
  go({ name: 'write' });
  draw({ body: '<input data-autofocus id="first">' });
  settleFocus(screen());
  expect(document.activeElement?.id).toBe('first');
});
