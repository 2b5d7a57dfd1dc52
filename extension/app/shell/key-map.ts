import type { MessageKey } from '../i18n.ts';

type KeyLine = {
  does: MessageKey;
  /** As `useKeys` binds them. */
  keys: readonly string[];
  /** Where a row of keys is shown as one. */
  shownAs?: string;
};
export type KeyGroup = { title: MessageKey; lines: readonly KeyLine[] };

/** Every key that is bound, by where it is. A test compares it with what the screens bind. */
export const KEY_MAP = {
  anywhere: {
    title: 'app.keys.anywhere',
    lines: [
      { does: 'app.keys.search', keys: ['mod+k', '/'] },
      { does: 'app.keys.write', keys: ['n'] },
      { does: 'app.keys.go_now', keys: ['g n'] },
      { does: 'app.keys.go_feed', keys: ['g f'] },
      { does: 'app.keys.go_today', keys: ['g t'] },
      { does: 'app.keys.go_queue', keys: ['g q'] },
      { does: 'app.keys.map', keys: ['?'] },
      { does: 'app.keys.back', keys: ['escape'] },
    ],
  },
  now: {
    title: 'app.keys.now',
    lines: [
      { does: 'app.keys.log', keys: ['mod+enter'] },
      { does: 'app.keys.undo', keys: ['mod+z'] },
      { does: 'app.keys.level', keys: ['alt+1', 'alt+2', 'alt+3', 'alt+4'], shownAs: 'alt+1–4' },
      { does: 'app.keys.opportunity', keys: ['o'] },
      { does: 'app.keys.next_step', keys: ['s'] },
    ],
  },
  no_mail: {
    title: 'app.keys.no_mail',
    lines: [
      { does: 'app.keys.save_page', keys: ['s'] },
      { does: 'app.keys.log_ticked', keys: ['l'] },
    ],
  },
  lists: {
    title: 'app.keys.lists',
    lines: [
      { does: 'app.keys.down', keys: ['j', 'arrowdown'] },
      { does: 'app.keys.up', keys: ['k', 'arrowup'] },
      { does: 'app.keys.open_row', keys: ['enter'] },
      { does: 'app.keys.write_about', keys: ['l'] },
    ],
  },
  feed: {
    title: 'app.feed',
    lines: [
      { does: 'app.keys.read', keys: ['e'] },
      { does: 'app.keys.filter', keys: ['f'] },
    ],
  },
  today: {
    title: 'app.keys.today',
    lines: [
      { does: 'app.keys.done', keys: ['x'] },
      { does: 'app.keys.snooze', keys: ['s'] },
      { does: 'app.keys.add_task', keys: ['a'] },
    ],
  },
  catch_up: {
    title: 'catch_up.short',
    lines: [{ does: 'app.keys.select', keys: ['x'] }],
  },
  record: {
    title: 'edit.record',
    lines: [
      { does: 'record.next', keys: ['j'] },
      { does: 'record.previous', keys: ['k'] },
      { does: 'edit.move', keys: ['m'] },
    ],
  },
} as const satisfies Record<string, KeyGroup>;
