/** What another panel, or the service worker, has changed in the shared database. */
export type Change = 'outbox' | 'session';

let channel: BroadcastChannel | undefined;
const open = () => {
  channel ??= new BroadcastChannel('sidelog');
  return channel;
};

/** Tells every other context. One's own is not told: it knows. */
export function announce(change: Change): void {
  open().postMessage(change);
}

export function onChange(change: Change, react: () => void): void {
  open().addEventListener('message', ({ data }) => {
    if (data === change) react();
  });
}
