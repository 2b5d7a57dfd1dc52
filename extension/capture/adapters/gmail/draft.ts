import type { Address, Draft } from '../../../../shared/capture.ts';
import { quoteMarks } from '../../quoted-text/html-quotes.ts';
import { hiddenInLayout } from '../../text/hidden-in-layout.ts';
import { linesOf, textOf } from '../../text/lines.ts';
import { isShown } from '../../text/shown.ts';
import { NAMES } from './names.ts';

/** A message being written: the window that has the focus, else the first one that is not folded away. */
export type Composer = { host: Element; text: Element; hasFocus: boolean };

export function composerOf(document: Document): Composer | undefined {
  const composers = [...document.querySelectorAll(NAMES.composeSubject)].flatMap((subject) => {
    const host = subject.closest(NAMES.composer);
    const text = host && [NAMES.composeText, NAMES.composePlain].flatMap((name) => shownIn(host, name))[0];
    return text ? [{ host, text, hasFocus: host.contains(document.activeElement) }] : [];
  });
  return composers.find(({ hasFocus }) => hasFocus) ?? composers[0];
}

const shownIn = (host: Element, name: string): Element[] => [...host.querySelectorAll(name)].filter(isShown);

export function draftOf({ host, text }: Composer): Draft {
  const subject = typedIn(host.querySelector(NAMES.composeSubject));
  const people = (field: Field): Address[] =>
    [...host.querySelectorAll(NAMES.composeChips)]
      .filter((chip) => fieldOf(chip, host) === field)
      .flatMap(person);
  return {
    ...(subject && { subject }),
    to: people('to'),
    cc: people('cc'),
    bcc: people('bcc'),
    text: wordsOf(text),
  };
}

const typedIn = (input: Element | null): string =>
  (input && 'value' in input ? String(input.value) : '').trim();

/** The history below an answer is not what is being written. */
function wordsOf(text: Element): string {
  if ('value' in text) return typedIn(text);
  const lines = linesOf(text, { isHidden: hiddenInLayout, marks: quoteMarks(text) });
  return textOf(lines.filter(({ isQuoted }) => !isQuoted));
}

const FIELDS = ['to', 'cc', 'bcc'] as const;
type Field = (typeof FIELDS)[number];

/** By the field that stands nearest around it: where three of them are equally near, none is certain. */
function fieldOf(chip: Element, host: Element): Field | undefined {
  for (let around: Element | null = chip; around && around !== host; around = around.parentElement) {
    const near = FIELDS.filter((field) => isOrHas(around, `[name="${field}"]`));
    if (near.length > 0) return near.length === 1 ? near[0] : undefined;
  }
  return undefined;
}

const isOrHas = (element: Element | null, selector: string): boolean =>
  Boolean(element?.matches(selector) || element?.querySelector(selector));

function person(chip: Element): Address[] {
  const email = (chip.getAttribute('email') ?? chip.getAttribute('data-hovercard-id') ?? '').trim();
  if (!/^[^\s@]+@[^\s@]+$/.test(email)) return [];
  const name = (chip.getAttribute('data-name') ?? chip.getAttribute('name') ?? '').trim();
  return [{ ...(name && name !== email && { name }), email }];
}
