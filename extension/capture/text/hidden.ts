/** Elements that a reader does not see, told from the markup alone: a parsed mail has no layout to ask. */
export type IsHidden = (element: Element) => boolean;

/** The hidden elements of a document that was parsed and never drawn: by attribute, by style, by its own style sheets. */
export function hiddenByMarkup(root: Element): IsHidden {
  const bySheet = hiddenBySheets(root);
  return (element) => {
    if (element.hasAttribute('hidden')) return true;
    const style = styleOf(element);
    if (!style) return bySheet.has(element);
    return hides(style) || (bySheet.has(element) && !style.display);
  };
}

const styleOf = (element: Element): CSSStyleDeclaration | undefined =>
  element.getAttribute('style') && 'style' in element ? (element as HTMLElement).style : undefined;

/** Ways in which mails hide the preview line that only lists show, and pages hide what is meant for machines. */
export function hides(style: CSSStyleDeclaration): boolean {
  return (
    style.display === 'none' ||
    style.visibility === 'hidden' ||
    style.opacity === '0' ||
    /^[01](?:px|pt|em)?$/.test(style.fontSize) ||
    (/^0(?:px|%)?$/.test(style.maxHeight || style.height) && style.overflow === 'hidden')
  );
}

/** A later rule that shows wins over an earlier one that hides; rules for small screens or print do not count. */
function hiddenBySheets(root: Element): Set<Element> {
  const hidden = new Set<Element>();
  for (const rule of rulesOf(root)) {
    const shows = rule.style.display && rule.style.display !== 'none';
    if (!shows && !hides(rule.style)) continue;
    for (const element of matching(root, rule.selectorText)) {
      if (shows) hidden.delete(element);
      else hidden.add(element);
    }
  }
  return hidden;
}

const MAX_RULES = 2000;

function rulesOf(root: Element): CSSStyleRule[] {
  return [...root.querySelectorAll('style')].flatMap((element) => {
    try {
      const sheet = new CSSStyleSheet();
      sheet.replaceSync(element.textContent ?? '');
      const rules = [...sheet.cssRules].slice(0, MAX_RULES);
      return rules.filter((rule): rule is CSSStyleRule => 'selectorText' in rule);
    } catch {
      return [];
    }
  });
}

/** A hostile sheet could make relational selectors crawl, and no mail needs them. */
function matching(root: Element, selector: string): Element[] {
  try {
    return selector.length > 500 || selector.includes(':has') ? [] : [...root.querySelectorAll(selector)];
  } catch {
    return [];
  }
}
