import { browser } from 'wxt/browser';

/** An origin that may be read without a click on the toolbar. */
export type Site = { origin: string };

const patternOf = (origin: string) => `${origin}/*`;

export async function allowedSites(): Promise<Site[]> {
  const { origins = [] } = await browser.permissions.getAll();
  return origins.map((pattern) => ({ origin: pattern.replace(/\/\*$/, '') })).toSorted(byHost);
}

function byHost(a: Site, b: Site): number {
  return a.origin.replace(/^\w+:\/\//, '').localeCompare(b.origin.replace(/^\w+:\/\//, ''));
}

export async function isSiteAllowed(origin: string): Promise<boolean> {
  return browser.permissions.contains({ origins: [patternOf(origin)] });
}

/** Asks the person. Must be called by a click, before anything is awaited. */
export async function allowSite(origin: string): Promise<boolean> {
  return browser.permissions.request({ origins: [patternOf(origin)] });
}

export async function revokeSite(origin: string): Promise<void> {
  await browser.permissions.remove({ origins: [patternOf(origin)] });
}

/** The shortcut that the browser really bound: another extension may hold ours. Empty = none. */
export async function boundShortcut(): Promise<string> {
  const commands = await browser.commands.getAll();
  return commands.find(({ name }) => name === 'capture')?.shortcut ?? '';
}
