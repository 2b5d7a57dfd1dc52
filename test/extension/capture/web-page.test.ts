import { describe, expect, it } from 'vitest';
import { languageOf } from '../../../extension/capture/adapters/web-page/language.ts';
import { titleOf } from '../../../extension/capture/adapters/web-page/title.ts';
import { webPage } from '../../../extension/capture/adapters/web-page.ts';

const parsed = (html: string) => new DOMParser().parseFromString(html, 'text/html');

function read(html: string, url = 'https://www.tan.example/a?id=1#top') {
  const candidate = webPage.find({ document: parsed(html), url: new URL(url), isTop: true });
  if (candidate?.kind !== 'page') throw new Error('no page');
  return candidate.read();
}

const titled = (title: string, heading: string, more = '') =>
  titleOf(
    parsed(`<head><title>${title}</title>${more}</head><body>${heading}</body>`),
    new URL('https://tan.example/'),
  );

describe('title of a page', () => {
  it.each([
    [
      'the heading wins where the tab agrees',
      'New pump plant opens | Tan News',
      '<h1>New pump plant opens</h1>',
      'New pump plant opens',
    ],
    ['quotes may differ', "Jon's plant - Tan News", '<h1>Jon’s plant</h1>', 'Jon’s plant'],
    [
      'a short heading that leads the tab is the title',
      'Pumps | Meters and pumps for all waters',
      '<h1>Pumps</h1>',
      'Pumps',
    ],
    [
      'the name of the site that leads is not',
      'Tan | Pumps for all waters of the world',
      '<h1>Tan</h1>',
      'Tan | Pumps for all waters of the world',
    ],
    [
      'a logo that is a heading is not the title',
      'New pump plant opens in spring | Tan',
      '<h1>Tan</h1>',
      'New pump plant opens in spring',
    ],
    [
      'the tail goes, however it is set off',
      '新泵站将于春季投入使用_谭氏新闻网',
      '',
      '新泵站将于春季投入使用',
    ],
    ['several tails go', 'New pump plant opens - World - Tan News', '', 'New pump plant opens'],
    ['a dash within the title stays', 'Self-cleaning pumps', '', 'Self-cleaning pumps'],
    [
      'a second heading can be the title',
      'New pump plant opens',
      '<h1>Tan News</h1><h2>New pump plant opens</h2>',
      'New pump plant opens',
    ],
    ['without any title the heading', '', '<h1>Welcome</h1>', 'Welcome'],
  ])('%s', (_, title, heading, expected) => {
    expect(titled(title, heading)).toBe(expected);
  });

  it('the name of the site is cut even where it is longer than the title', () => {
    const site = '<meta property="og:site_name" content="Tan Industrial Water Works Group">';
    expect(titled('Pumps | Tan Industrial Water Works Group', '', site)).toBe('Pumps');
  });
});

describe('address of a page', () => {
  const link = (href: string) => `<head><link rel="canonical" href="${href}"></head>`;
  it.each([
    ['the canonical one of the same site', link('https://tan.example/a'), 'https://tan.example/a'],
    [
      'its own where the canonical one is the home page',
      link('https://www.tan.example/'),
      'https://www.tan.example/a?id=1',
    ],
    [
      'its own where the canonical one is elsewhere',
      link('https://evil.example/a'),
      'https://www.tan.example/a?id=1',
    ],
    ['never a script', link('javascript:alert(1)'), 'https://www.tan.example/a?id=1'],
  ])('%s', (_, html, url) => {
    expect(read(html).url).toBe(url);
  });

  it('carries no credentials', () => {
    expect(read('', 'https://me:secret@tan.example/a').url).toBe('https://tan.example/a');
  });

  it('a route in the fragment is part of what is open', () => {
    const key = (url: string) => webPage.find({ document: parsed(''), url: new URL(url), isTop: true });
    expect(key('https://tan.example/#/a')).not.toMatchObject({ pageKey: 'https://tan.example/' });
    expect(key('https://tan.example/#a')).toMatchObject({ pageKey: 'https://tan.example/' });
  });
});

describe('text of a page', () => {
  const story =
    '<p>The new plant pumps four thousand cubic metres a day, says the operator, and more later.</p>'.repeat(
      6,
    );

  it('is the article without what surrounds it, and the page is left as it was', () => {
    const html = `<body><nav><a href="/">Home</a></nav><article><h1>Plant</h1>${story}<div class="author-box">Mei writes about pumps.</div></article><footer>Imprint</footer></body>`;
    const document = parsed(html);
    const before = document.documentElement.outerHTML;
    const candidate = webPage.find({ document, url: new URL('https://tan.example/'), isTop: true });
    const { text } = candidate?.kind === 'page' ? candidate.read() : { text: '' };
    expect(text).toContain('four thousand cubic metres');
    expect(text).not.toMatch(/Home|Imprint|writes about/);
    expect(document.documentElement.outerHTML).toBe(before);
  });

  it('of a page without an article is all that can be read', () => {
    expect(read('<body><div>Tel. 555 0134</div><script>x()</script></body>').text).toBe('Tel. 555 0134');
  });
});

describe('language of a page', () => {
  it.each([
    [
      'the script of the text, whatever the attribute says',
      'en',
      '我们是一家专门生产在线浊度仪和水质监测设备的公司，欢迎来电咨询。',
      'zh',
    ],
    [
      'the attribute where the script agrees',
      'zh-TW',
      '我們是一家專門生產線上濁度計和水質監測設備的公司，歡迎來電諮詢。',
      'zh-TW',
    ],
    ['kana make it Japanese', '', 'わたしたちは水質計をつくっています。お気軽にお問い合わせください。', 'ja'],
    [
      'the attribute for Latin text',
      'de-DE',
      'Wir bauen Messgeräte für Trübung und liefern sie in alle Länder.',
      'de-DE',
    ],
    [
      'nothing where the attribute cannot be true',
      'zh',
      'We build meters for turbidity and ship them to all countries.',
      undefined,
    ],
  ])('%s', (_, lang, text, expected) => {
    expect(languageOf(parsed(`<html lang="${lang}"></html>`), text)).toBe(expected);
  });
});
