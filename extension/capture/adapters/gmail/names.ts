/**
 * Gmail's own names, in one place because they change without notice; read 2026-11. Tier 1: attributes that say what they
 * are. Tier 2: class names that stood unchanged in captures from 2014 to 2025. Never visible words: these are in the
 * user's language.
 */
export const NAMES = {
  /** Some part of the application, as against its print views, which stand at the same address. Tiers 1 and 2. */
  application: '[role="main"], [role="dialog"], h2.hP, .a3s, tr.zA, .aoI',

  /** One message, open or folded. Tiers 1 and 2. */
  message: '[data-message-id], [data-legacy-message-id], div.adn, div.adf',
  /** A folded message, of which sender and first words are shown. Tier 2. */
  folded: 'div.adf',
  /** Carries focus and ids for the message in it. Tier 1. */
  item: '[role="listitem"]',
  /** The words of a message; `undefined` is a class that Gmail gives to copies that it does not show. Tier 2. */
  body: '.a3s:not(.undefined)',
  anyBody: '.a3s',
  /** Newer first; tier 2, the address itself in an attribute. */
  sender: ['span.gD[email]', '.gF span[email]', '.cf.ix span[email]'],
  recipients: '.hb',
  recipient: 'span[email]',
  date: 'span.g3[title]',
  snippet: '.iA.g6',
  subject: 'h2.hP',
  /** `download_url` holds `type:name:url`. Tier 1, the name below it tier 2. */
  attachment: '.aZo',
  attachmentName: '.aV3',
  /** Stands at the end of a message that is shown in part. Tier 1. */
  rest: 'a[href*="view=lg"]',

  /** A row of the list, by the message that it would open. Tier 1. */
  row: 'tr.zA',
  rowId: '[data-legacy-last-message-id]',
  ticked: '[role="checkbox"][aria-checked="true"]',
  rowPerson: '[email][name]',
  rowDate: 'td.xW [title]',

  /** A message being written: tier 1, older windows tier 2. */
  composer: '[role="region"], [role="dialog"], .aoI',
  composeSubject: 'input[name="subjectbox"]',
  composeText: '[contenteditable="true"][role="textbox"]',
  composePlain: 'textarea:not([name])',
  /** 2022 and later; 2011 to 2022; folded recipients, which say nothing of their field, are left out. Tier 2. */
  composeChips: '.afV[data-hovercard-id], .vN[email]',
} as const;
