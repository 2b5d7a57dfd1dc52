import { afterEach, describe, expect, it, vi } from 'vitest';
import { ACCOUNT, capture, NEWEST, SOURCE, saved } from './gmail-page.ts';
import { type Change, mailOf, refuse, serve } from './saved-page.ts';

afterEach(() => vi.unstubAllGlobals());

describe('an open conversation', () => {
  it('its newest open message is read from the source that this account serves', async () => {
    const asked = serve(() => new Response(SOURCE));
    expect(mailOf(await capture(saved('conversation')))).toMatchObject({
      adapter: 'gmail',
      pageKey: NEWEST,
      readFrom: 'source',
      subject: 'Re: Angebot Pumpen',
      cc: [{ name: 'Mei Tan', email: 'mei@tan.example' }],
      messageId: '<14@ruiz.example>',
      text: 'Wir nehmen sechs Pumpen.',
    });
    expect(asked).toEqual([`${ACCOUNT}?view=att&th=17975fd2bbdc000e&attid=0&disp=comp&safe=1&zw`]);
  });

  it('without a source it is read from the page: no forged head, no hidden copy, no other conversation', async () => {
    refuse();
    const { thread, text, ...mail } = mailOf(await capture(saved('conversation')));
    expect(mail).toMatchObject({
      readFrom: 'dom',
      sourceError: 'http_404',
      subject: 'Angebot Pumpen',
      from: { name: 'Ana Ruiz', email: 'ana@ruiz.example' },
      // Who got a copy is told only by a word in the user's language: that person is left out.
      to: [{ email: 'jon@berg.example' }, { name: 'Einkauf Desk', email: 'desk@berg.example' }],
      cc: [],
      date: new Date(2025, 7, 20, 13, 19).getTime(),
      attachments: [{ name: 'Lageplan Werk 2.pdf', type: 'application/pdf' }, { name: 'Skizze.png' }],
    });
    expect(text).toMatch(/^Guten Tag Herr Berg,\n\nwir nehmen sechs Pumpen\./);
    expect(text).toMatch(/Ana Ruiz\nEinkauf, Ruiz S\.L\.$/);
    expect(mail.quoted).toContain('Wie viele brauchen Sie?');
  });

  it('its messages are listed oldest first, the folded ones with their first words', async () => {
    refuse();
    const { thread } = mailOf(await capture(saved('conversation')));
    expect(thread).toEqual([
      {
        pageKey: `${ACCOUNT}#msg-f:1700000000000000011`,
        from: { name: 'Mei Tan', email: 'mei@tan.example' },
        date: new Date(2025, 7, 18, 9, 2).getTime(),
        isExpanded: false,
        isOpen: false,
        snippet: 'Guten Tag, wir suchen sechs Pumpen – Absender: chef@firma.example',
      },
      {
        pageKey: `${ACCOUNT}#17975fd2bbdc000c`,
        from: { name: 'Jon Berg', email: 'jon@berg.example' },
        date: new Date(2025, 7, 18, 17, 40).getTime(),
        isExpanded: false,
        isOpen: false,
        snippet: 'Gerne, anbei unser Angebot',
      },
      expect.objectContaining({ pageKey: `${ACCOUNT}#17975fd2bbdc000d`, isExpanded: true, isOpen: false }),
      expect.objectContaining({ pageKey: NEWEST, isExpanded: true, isOpen: true }),
    ]);
  });

  it('the message that holds the focus is the one that is read', async () => {
    refuse();
    const document = saved('conversation', (page) => {
      const item = page
        .querySelector('[data-legacy-message-id="17975fd2bbdc000d"]')
        ?.closest('[role=listitem]');
      Object.defineProperty(page, 'activeElement', { value: item });
    });
    const { pageKey, text, thread, to } = mailOf(await capture(document));
    expect([pageKey, text]).toEqual([`${ACCOUNT}#17975fd2bbdc000d`, 'Danke, das schaue ich mir an.']);
    expect(to).toEqual([{ email: 'jon@berg.example' }]);
    expect(thread?.map(({ isOpen }) => isOpen)).toEqual([false, false, true, false]);
  });

  it('a probe asks for nothing and names the message as the capture did', async () => {
    const asked = refuse();
    const probe = mailOf(await capture(saved('conversation'), { mode: 'probe' }));
    expect(probe).toMatchObject({ pageKey: NEWEST, text: '', to: [] });
    expect(probe).not.toHaveProperty('thread');
    expect(asked).toEqual([]);
  });

  it('a source with another sender is not believed', async () => {
    serve(() => new Response(SOURCE.replace('ana@ruiz', 'eve@evil')));
    expect(mailOf(await capture(saved('conversation')))).toMatchObject({
      readFrom: 'dom',
      sourceError: 'other_message',
      from: { email: 'ana@ruiz.example' },
    });
  });
});

describe('what the page does not say beyond doubt is absent', () => {
  const without =
    (selector: string): Change =>
    (page) => {
      for (const element of page.querySelectorAll(selector)) element.remove();
    };
  const changed =
    (selector: string, attribute: string, value: string): Change =>
    (page) => {
      for (const element of page.querySelectorAll(selector)) element.setAttribute(attribute, value);
    };

  it.each<[string, Change, string]>([
    ['a date that can be read in two ways', changed('span.g3', 'title', '08/09/2025, 13:19'), 'date'],
    ['a sender without an address', changed('.gD', 'email', ''), 'from'],
    [
      'words in parentheses for a subject',
      (page) => {
        for (const heading of page.querySelectorAll('h2.hP')) heading.replaceChildren('(kein Betreff)');
      },
      'subject',
    ],
    ['a subject that only the mail itself holds', without('.ha'), 'subject'],
  ])('%s', async (_, change, field) => {
    refuse();
    expect(mailOf(await capture(saved('conversation', change)))).not.toHaveProperty(field);
  });

  it('recipients below a heading of which the language would have to be known', async () => {
    refuse();
    const document = saved('conversation', (page) => {
      for (const list of page.querySelectorAll('.hb')) list.prepend('Bcc: ');
    });
    expect(mailOf(await capture(document)).to).toEqual([]);
  });

  it('the rest of a message that is shown in part', async () => {
    refuse();
    const document = saved('conversation', (page) => {
      const note = page.createElement('div');
      const link = page.createElement('a');
      link.setAttribute('href', '?ui=2&view=lg&permmsgid=msg-f:1700000000000000014');
      link.append('Gesamte Nachricht ansehen');
      note.append('[Nachricht gekürzt]  ', link);
      page.querySelector('.a3s.aiL > div > .yj6qo, .yj6qo')?.before(note);
    });
    const { sourceError, text } = mailOf(await capture(document));
    expect(sourceError).toBe('clipped');
    expect(text).not.toContain('gekürzt');
  });

  it('a message without an id of Gmail’s own has no source, and a name of its own for the probe', async () => {
    const asked = refuse();
    const document = saved('conversation', (page) => {
      without('.kv, .kQ')(page);
      for (const message of page.querySelectorAll('.G3 > .adn')) {
        message.removeAttribute('data-message-id');
        message.removeAttribute('data-legacy-message-id');
      }
    });
    const { pageKey, sourceError } = mailOf(await capture(document));
    expect(pageKey).toContain('ana@ruiz.example');
    expect(document.querySelector('.a3s [data-legacy-message-id]')).not.toBeNull();
    expect([sourceError, asked]).toEqual([undefined, []]);
  });
});
