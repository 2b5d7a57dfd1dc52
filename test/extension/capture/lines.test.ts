import { describe, expect, it } from 'vitest';
import { hiddenByMarkup } from '../../../extension/capture/text/hidden.ts';
import { linesOf, textOf } from '../../../extension/capture/text/lines.ts';

function read(html: string): string {
  const root = new DOMParser().parseFromString(html, 'text/html').documentElement;
  return textOf(linesOf(root, { isHidden: hiddenByMarkup(root) }));
}

describe('text of markup', () => {
  it.each([
    ['white space collapses, blocks break', '<div>a\n  b</div><div>c</div>', 'a b\nc'],
    ['paragraphs stand apart', '<p>a</p><p>b</p>', 'a\n\nb'],
    ['an empty line is kept once', '<div>a</div><div><br></div><div><br></div><div>b</div>', 'a\n\nb'],
    ['a break at the end of a paragraph adds nothing', '<p>a<br></p><div>b</div>', 'a\n\nb'],
    [
      'Outlook writes each line as a paragraph',
      '<p class="MsoNormal">a</p><p class="MsoNormal">b</p>',
      'a\nb',
    ],
    ['inline elements join', 'Tel <a href="tel:1">55</a><b>01</b>', 'Tel 5501'],
    ['cells stand apart', '<table><tr><td>a</td><td>b</td></tr><tr><td>c</td></tr></table>', 'a\tb\nc'],
    ['preformatted text keeps its lines', '<pre>a\n  b</pre>', 'a\n  b'],
    ['non-breaking spaces are spaces', 'a&nbsp;&nbsp;b', 'a  b'],
    ['direction marks are content', '<p>tel \u200e+972</p>', 'tel \u200e+972'],
    ['an emoji drawn as a picture is an emoji', 'Hi <img alt="🎉" src="x"><img alt="logo" src="y">', 'Hi 🎉'],
    ['scripts and styles are no text', '<script>a</script><style>b{}</style><svg><text>c</text></svg>d', 'd'],
    ['what stands for missing scripts is shown in mail', '<noscript>a</noscript>', 'a'],
    [
      'markup that is written out is text',
      '&lt;script&gt;alert(1)&lt;/script&gt;',
      '<script>alert(1)</script>',
    ],
  ])('%s', (_, html, text) => {
    expect(read(html)).toBe(text);
  });

  it.each([
    ['the attribute', '<div hidden>secret</div>'],
    ['display', '<div style="display:none">secret</div>'],
    ['visibility', '<span style="visibility: hidden">secret</span>'],
    ['a box without height', '<div style="max-height:0;overflow:hidden">secret</div>'],
    ['a font without size', '<div style="font-size:0px">secret</div>'],
    ['transparency', '<div style="opacity:0">secret</div>'],
    ['a style sheet of the mail', '<style>.pre { display: none }</style><div class="pre">secret</div>'],
  ])('text hidden by %s is not read', (_, html) => {
    expect(read(`${html}<p>seen</p>`)).toBe('seen');
  });

  it('a rule for small screens hides nothing', () => {
    expect(
      read('<style>@media (max-width: 600px) { .a { display: none } }</style><p class="a">seen</p>'),
    ).toBe('seen');
  });

  it('a later rule that shows wins', () => {
    expect(read('<style>.a { display: none } p.a { display: block }</style><p class="a">seen</p>')).toBe(
      'seen',
    );
  });
});
