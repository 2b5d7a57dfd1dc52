import type { IsHidden } from './hidden.ts';

/**
 * One line of readable text. `isQuoted`: the markup says that it repeats an earlier message. `isIndented`: it stands in
 * a block quotation, which may be one. `isSigned`: the markup says that it belongs to a signature.
 */
export type Line = { text: string; isQuoted: boolean; isIndented: boolean; isSigned?: boolean };

/**
 * `quote`: this node repeats an earlier message. `rest`: it does, and so does all that follows it. `signature`: a mail
 * program put its signature into this node.
 */
export type Marks = Map<Node, 'quote' | 'rest' | 'signature'>;

const NOT_TEXT = new Set(
  'SCRIPT STYLE TEMPLATE HEAD TITLE META LINK OBJECT EMBED IFRAME SVG AUDIO VIDEO CANVAS SELECT TEXTAREA DATALIST'.split(
    ' ',
  ),
);
const PARAGRAPHS = new Set('P H1 H2 H3 H4 H5 H6 UL OL DL BLOCKQUOTE PRE TABLE FIGURE HR'.split(' '));
const BLOCKS = new Set(
  'DIV LI DT DD TR TBODY THEAD CAPTION ADDRESS ARTICLE ASIDE SECTION HEADER FOOTER MAIN NAV FORM FIELDSET CENTER DETAILS SUMMARY FIGCAPTION BODY'.split(
    ' ',
  ),
);

type State = { isQuoted: boolean; isIndented: boolean; isPre: boolean; isSigned?: boolean };

/** The text of a subtree as a reader sees it, line by line. Nothing is rendered and nothing of the page is touched. */
export function linesOf(root: Element, options: { isHidden: IsHidden; marks?: Marks }): Line[] {
  const paper = new Paper();
  const marks: Marks = options.marks ?? new Map();
  let restIsQuoted = false;
  const visit = (node: Node, above: State): void => {
    const mark = marks.get(node);
    if (mark === 'rest') restIsQuoted = true;
    const state = {
      ...above,
      isQuoted: above.isQuoted || restIsQuoted || mark === 'quote',
      ...(mark === 'signature' && { isSigned: true }),
    };
    if (node.nodeType === Node.TEXT_NODE) paper.write(node.textContent ?? '', state);
    else if (node.nodeType === Node.ELEMENT_NODE) element(node as Element, state);
  };
  const element = (el: Element, state: State): void => {
    const name = el.nodeName.toUpperCase();
    if (NOT_TEXT.has(name) || options.isHidden(el)) return;
    if (name === 'BR') paper.breakLine(state);
    if (name === 'IMG') paper.write(emojiOf(el), state);
    const gap = gapOf(el, name);
    paper.open(gap, state);
    const within = {
      ...state,
      isIndented: state.isIndented || name === 'BLOCKQUOTE',
      isPre: state.isPre || isPreformatted(el, name),
    };
    for (const child of el.childNodes) visit(child, within);
    if (name === 'TD' || name === 'TH') paper.write('\t', { ...state, isPre: true });
    paper.open(gap, state);
  };
  visit(root, { isQuoted: false, isIndented: false, isPre: false });
  return paper.finish();
}

const isPreformatted = (el: Element, name: string): boolean =>
  name === 'PRE' || /white-space:\s*(?:pre|break-spaces)/i.test(el.getAttribute('style') ?? '');

type Gap = 'none' | 'line' | 'paragraph';

function gapOf(el: Element, name: string): Gap {
  if (BLOCKS.has(name)) return 'line';
  if (!PARAGRAPHS.has(name)) return 'none';
  return isTight(el) ? 'line' : 'paragraph';
}

/** Outlook writes each line as a paragraph without margins. */
const isTight = (el: Element): boolean =>
  el.nodeName === 'TABLE' ||
  /^(?:x_)?Mso/.test(el.className) ||
  /margin(?:-top|-bottom)?:\s*0/i.test(el.getAttribute('style') ?? '');

const EMOJI = /^(?:\p{Extended_Pictographic}|\p{Emoji_Modifier}|\u200d|\ufe0f)+$/u;

/** Webmails draw emoji as pictures; other pictures say nothing that could be read. */
function emojiOf(el: Element): string {
  const alt = el.getAttribute('alt') ?? '';
  return EMOJI.test(alt) ? alt : '';
}

/** Collects running text into lines the way a browser lays it out: blocks break, white space collapses. */
class Paper {
  #lines: Line[] = [];
  #current = '';
  #at: State = { isQuoted: false, isIndented: false, isPre: false };
  #wantsBlank = false;

  write(text: string, state: State): void {
    if (text === '') return;
    this.#moveTo(state);
    const [head = '', ...more] = state.isPre ? text.split(/\r\n?|\n/) : [text.replace(/[ \t\r\n\f]+/g, ' ')];
    const joins = !state.isPre && (this.#current === '' || this.#current.endsWith(' '));
    this.#current += joins ? head.replace(/^ /, '') : head;
    for (const line of more) {
      this.#push(this.#current);
      this.#current = line;
    }
  }

  breakLine(state: State): void {
    this.#moveTo(state);
    if (this.#current.trim() === '') this.#push('');
    else this.#flush();
  }

  open(gap: Gap, state: State): void {
    if (gap === 'none') return;
    this.#flush();
    this.#moveTo(state);
    if (gap === 'paragraph') this.#wantsBlank = true;
  }

  finish(): Line[] {
    this.#flush();
    return this.#lines;
  }

  #moveTo(state: State): void {
    const { isQuoted, isIndented, isSigned } = this.#at;
    if (state.isQuoted !== isQuoted || state.isIndented !== isIndented || state.isSigned !== isSigned) {
      this.#flush();
    }
    this.#at = state;
  }

  #flush(): void {
    if (this.#current.trim() !== '') this.#push(this.#current);
    this.#current = '';
  }

  #push(text: string): void {
    const { isQuoted, isIndented, isPre, isSigned } = this.#at;
    if (text.trim() && this.#wantsBlank) {
      this.#wantsBlank = false;
      if (this.#lines.at(-1)?.text) this.#push('');
    }
    const shown = isPre ? tidy(text) : tidy(text).trim();
    this.#lines.push({ text: shown, isQuoted, isIndented, ...(isSigned && { isSigned }) });
  }
}

/** Non-breaking spaces are layout, not content; NUL cannot travel, and dropped later it would move what comes behind. */
const tidy = (text: string): string => text.replaceAll('\u00a0', ' ').replaceAll('\0', '').trimEnd();

/** Lines of a plain text, none of them known to be quoted yet. */
export const plainLines = (text: string): Line[] =>
  text.split('\n').map((line) => ({ text: tidy(line), isQuoted: false, isIndented: false }));

/** Without blank lines at either end and with no more than one in a row. */
export function trimmed(lines: readonly Line[]): Line[] {
  const kept: Line[] = [];
  for (const line of lines) {
    if (line.text.trim() !== '') kept.push(line);
    else if (kept.length > 0 && kept.at(-1)?.text !== '') kept.push({ ...line, text: '' });
  }
  if (kept.at(-1)?.text === '') kept.pop();
  return kept;
}

export const textOf = (lines: readonly Line[]): string =>
  trimmed(lines)
    .map((line) => line.text)
    .join('\n')
    .trimEnd();
