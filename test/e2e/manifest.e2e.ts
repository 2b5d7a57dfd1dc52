import assert from 'node:assert/strict';
import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { EXTENSION_DIR } from '../../scripts/start/extension.ts';

const manifest = JSON.parse(readFileSync(join(EXTENSION_DIR, 'manifest.json'), 'utf8'));

test('the built extension asks for exactly this, and for no host at install', () => {
  const { permissions, host_permissions, optional_host_permissions, commands } = manifest;
  assert.deepEqual(permissions.toSorted(), [
    'activeTab',
    'alarms',
    'contextMenus',
    'scripting',
    'sidePanel',
    'storage',
    'unlimitedStorage',
  ]);
  assert.deepEqual(host_permissions ?? [], []);
  assert.deepEqual(optional_host_permissions, ['https://*/*', 'http://*/*']);
  assert.deepEqual(Object.keys(commands), ['capture']);
});

test('nothing of it runs in pages by itself or can be reached by them', () => {
  assert.equal(manifest.content_scripts, undefined);
  assert.equal(manifest.web_accessible_resources, undefined);
  assert.equal(manifest.externally_connectable, undefined);
});

test('its pages run only its own files', () => {
  const policy: string = manifest.content_security_policy.extension_pages;
  assert.match(policy, /default-src 'none'; script-src 'self';/);
  assert.doesNotMatch(policy, /unsafe|\*\.|http:\/\/(?!localhost|127\.0\.0\.1)/);
  const scripts = globSync('**/*.js', { cwd: EXTENSION_DIR }).map((file) =>
    readFileSync(join(EXTENSION_DIR, file), 'utf8'),
  );
  for (const script of scripts)
    assert.doesNotMatch(script, /\bimportScripts\(|\beval\(|import\(["'`]https?:/);
});

test('its id is the one whose data every user has', () => {
  assert.match(manifest.key, /^MIIBIjANBgkqhkiG9w0BAQEFAAOCAQ8A/);
  assert.equal(manifest.key.length, 392);
});
