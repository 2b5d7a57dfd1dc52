import { describe, expect, it } from 'vitest';
import { isAnswerSubject } from '../../../extension/capture/quoted-text/answers.ts';
import { decodeWords } from '../../../extension/capture/raw-source/encoded-words.ts';
import { mailDate } from '../../../extension/capture/raw-source/mail-date.ts';
import { plainLines } from '../../../extension/capture/text/lines.ts';
import { wordsOf } from '../../../extension/capture/words.ts';

const N = 200_000;
const long = (text: string) => text.repeat(N / text.length);
const split = (text: string) => wordsOf(plainLines(text), { answers: true, author: { region: 'US' } });

/** Each would take minutes if a pattern looked back for every character. */
describe('a mail made to hang the reader is read in good time', () => {
  it.each([
    ['spaces within a line', () => split(`a${long(' ')}b`)],
    ['a line of dashes', () => split(`${long('-')}x`)],
    ['a line of dashes and spaces', () => split(`${long('- ')}x`)],
    ['words without an end', () => split(`${long('a')}:`)],
    ['labels', () => split(long('From: x\n'))],
    ['quotes', () => split(long('> '))],
    ['attributions', () => split(long('On 2026 wrote:\n'))],
    ['empty lines', () => split(long('\n'))],
    ['a subject of spaces', () => isAnswerSubject(`${long(' ')}x`)],
    ['encoded words that never end', () => decodeWords(long('=?utf-8?B?'))],
    ['comments in a date', () => mailDate(`${long('(')}${long(')')}`)],
  ])('%s', (_, read) => {
    const start = performance.now();
    read();
    expect(performance.now() - start).toBeLessThan(1500);
  });
});
