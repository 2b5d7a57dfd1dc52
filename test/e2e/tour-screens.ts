import type { Page } from 'puppeteer-core';
import type { Stop } from './tour.ts';

/** For somebody whose workspace holds nothing yet. */
export async function walkEmpty(page: Page, stop: Stop): Promise<void> {
  for (const screen of ['feed', 'today'] as const) {
    await page.click(`#tab-${screen}`);
    await stop(`${screen}-empty`);
  }
  await page.click('#go-queue');
  await stop('queue-empty');
  await page.click('#tab-now');
}

/** All that does not need a mail. */
export async function walkScreens(page: Page, stop: Stop): Promise<void> {
  await walkFeed(page, stop);
  await walkRecord(page, stop);
  await page.click('#tab-today');
  await page.waitForSelector('[data-row]');
  await stop('today');
  await page.click('[data-row] [aria-haspopup=menu]');
  await stop('today-snooze');
  await page.keyboard.press('Escape');
  await walkOthers(page, stop);
}

async function walkFeed(page: Page, stop: Stop): Promise<void> {
  await page.click('#tab-feed');
  await page.waitForSelector('[data-activity]');
  await stop('feed');
  const filters = await page.$$('#feed-filters button');
  for (const [at, name] of [
    [0, 'menu'],
    [2, 'search'],
    [3, 'days'],
  ] as const) {
    await filters[at]?.click();
    await stop(`feed-${name}`);
    await page.keyboard.press('Escape');
  }
}

/** One's own log, with all that can be done to it. */
async function walkRecord(page: Page, stop: Stop): Promise<void> {
  await page.click('[aria-labelledby^=day] [data-activity]:has(.mono-me) button');
  await page.waitForSelector('article [aria-haspopup=menu]');
  await stop('record');
  await page.click('article [aria-haspopup=menu]');
  await stop('record-menu');
  await page.keyboard.press('Enter');
  await stop('record-edit');
  await page.keyboard.press('Escape');
  await page.keyboard.press('m');
  await stop('record-move');
  await page.keyboard.press('Escape');
  await page.click('article [aria-haspopup=menu]');
  await page.waitForSelector('[role=menu]');
  await page.keyboard.press('End');
  await page.keyboard.press('Enter');
  await stop('record-withdraw');
}

async function walkOthers(page: Page, stop: Stop): Promise<void> {
  for (const screen of ['write', 'queue', 'settings', 'search'] as const) {
    await page.click(`#go-${screen}`);
    await stop(screen);
    if (screen === 'settings') {
      await page.click('main .btn-danger, main [class*=danger].btn');
      await stop('delete');
      await page.keyboard.press('Escape');
    }
    if (screen === 'search') {
      await page.keyboard.type('harbor');
      await page.waitForSelector('[role=option] ~ [role=option]');
      await stop('search-found');
    }
    await page.keyboard.press('Escape');
  }
  await page.click('#tab-now');
  await page.keyboard.press('?');
  await stop('keys');
  await page.keyboard.press('Escape');
}

/** A log that the server did not take, kept on this device. */
export async function refuseOne(page: Page): Promise<void> {
  await page.evaluate(async () => {
    const asked = <T>(request: IDBRequest<T>) =>
      new Promise<T>((resolve, reject) => {
        request.onsuccess = () => resolve(request.result);
        request.onerror = () => reject(request.error);
      });
    const db = await asked(indexedDB.open('sidelog'));
    const { server, me } = await asked(db.transaction('session').objectStore('session').get('current'));
    const id = crypto.randomUUID();
    const record = {
      ...{ id, server, userId: me.user.id, workspaceId: me.workspace.id, kind: 'activity', hash: '' },
      payload: JSON.stringify({ id, type: 'note', occurredAt: Date.now(), text: 'Line 2 wants a visit.' }),
      label: { title: 'Line 2 wants a visit', accountName: 'Kestrel Foods plc', type: 'note', level: 'full' },
      ...{ createdAt: Date.now(), attempts: 1, state: 'rejected', error: { code: 'too_large' } },
    };
    await asked(db.transaction('outbox', 'readwrite').objectStore('outbox').put(record));
    db.close();
  });
}
