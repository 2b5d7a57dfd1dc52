import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import type { CaptureArgs, FrameResult } from '../../shared/capture.ts';
import { captureFrame } from '../capture/capture.ts';

declare global {
  /** Left in the isolated world by the injection just before this one. */
  var sidelogCaptureArgs: CaptureArgs | undefined;
}

/** The promise is the script's completion value, so `executeScript` answers with what it resolves to. */
export default defineUnlistedScript(async (): Promise<FrameResult> => {
  const args = globalThis.sidelogCaptureArgs ?? { mode: 'read', region: '', timeZone: 'UTC' };
  globalThis.sidelogCaptureArgs = undefined;
  await parsed();
  const { document } = globalThis;
  return captureFrame({ document, url: new URL(location.href), isTop: window === window.top }, args);
});

/** Injection does not wait for the page; a page that loads slowly is read as far as it has come. */
async function parsed(): Promise<void> {
  if (document.readyState !== 'loading') return;
  await new Promise<void>((resolve) => {
    document.addEventListener('DOMContentLoaded', () => resolve(), {
      once: true,
      signal: AbortSignal.timeout(3000),
    });
    setTimeout(resolve, 3000);
  });
}
