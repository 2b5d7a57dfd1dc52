import 'wxt/browser';

/**
 * What `wxt prepare` would generate. Written by hand so that type checking needs no build step first, and so that
 * message keys and script names are spelled in one place.
 */
declare module 'wxt/browser' {
  type PublicPath = '/capture.js' | '/sidepanel.html';

  interface WxtRuntime {
    getURL(path: PublicPath): string;
  }

  interface WxtI18n {
    getMessage(key: 'name' | 'description' | 'action' | 'command' | 'menu'): string;
  }
}
