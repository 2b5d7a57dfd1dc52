import 'fake-indexeddb/auto';
import { locks } from 'node:worker_threads';
import { fakeBrowser } from '@webext-core/fake-browser';
import { beforeEach } from 'vitest';

// The browser that `wxt/browser` finds. What the fake lacks answers as a fresh profile would.
Object.assign(globalThis, { browser: fakeBrowser, chrome: fakeBrowser });
fakeBrowser.runtime.id = 'sidelog';
Object.assign(fakeBrowser.runtime, { getManifest: () => ({ version: '0.1.0' }) });
Object.assign(fakeBrowser.action, { setBadgeText: async () => {}, setBadgeBackgroundColor: async () => {} });
Object.assign(fakeBrowser.permissions, { getAll: async () => ({ origins: [] }) });
Object.assign(fakeBrowser.commands, { getAll: async () => [] });
// happy-dom's navigator hides the one of Node, which has real locks.
Object.defineProperty(navigator, 'locks', { value: locks });

beforeEach(() => fakeBrowser.reset());
