import '../app/strict-csp.ts';
import type { BackgroundDefinition } from 'wxt';
import { browser } from 'wxt/browser';
import { defineBackground } from 'wxt/utils/define-background';
import type { Ask } from '../../shared/capture.ts';
import { captureKey, captureTab } from '../app/capture-state.ts';
import { onMessage } from '../app/messages.ts';
import { SENDER_ALARM, startOutbox, wakeSender } from '../outbox/outbox.ts';

type Tab = Parameters<Parameters<typeof browser.action.onClicked.addListener>[0]>[0];

const background: BackgroundDefinition = defineBackground(() => {
  browser.action.onClicked.addListener(logPage);
  browser.commands.onCommand.addListener((name, tab) => {
    if (name === 'capture' && tab) logPage(tab);
  });
  browser.contextMenus.onClicked.addListener((_info, tab) => {
    if (tab) logPage(tab);
  });
  browser.runtime.onInstalled.addListener(async () => {
    // An update finds the entry of the version before.
    await browser.contextMenus.removeAll();
    browser.contextMenus.create({
      id: 'capture',
      title: browser.i18n.getMessage('menu'),
      contexts: ['page', 'selection', 'link'],
    });
  });
  onMessage(async ({ windowId, key }) => {
    const [tab] = await browser.tabs.query({ active: true, windowId });
    const ask: Ask = key === undefined ? { mode: 'read' } : { mode: 'message', key };
    if (tab) await captureTab(tab, { isInvited: false, ask });
  });
  browser.windows.onRemoved.addListener((id) => void browser.storage.session.remove(captureKey(id)));
  browser.alarms.onAlarm.addListener(({ name }) => {
    if (name === SENDER_ALARM) wakeSender();
  });
  // Preferences are no secret, but they are none of a page's script's business.
  void browser.storage.local.setAccessLevel({ accessLevel: 'TRUSTED_CONTEXTS' });
  void startOutbox();
});
export default background;

// Opening must come first and without waiting: after an await the click no longer counts as one. Opening by
// setPanelBehavior is no way out, because a click that the browser handles itself never grants activeTab.
function logPage(tab: Tab): void {
  void browser.sidePanel.open({ windowId: tab.windowId });
  void captureTab(tab, { isInvited: true });
}
