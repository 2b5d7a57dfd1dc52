// J and K, or the arrows in the list, move through the messages; a message's frame is as high as what it holds.
const keys = { j: 'next', ArrowDown: 'next', k: 'prev', ArrowUp: 'prev' };

addEventListener('keydown', (event) => {
  const rel = keys[event.key];
  const isArrow = event.key.startsWith('Arrow');
  if (!rel || event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return;
  if (isArrow && !document.activeElement?.closest('.messages')) return;
  event.preventDefault();
  const link =
    document.querySelector(`main a[rel=${rel}]`) ?? document.querySelector('body.listing .messages a');
  if (isArrow) sessionStorage.setItem('stay', 'list');
  link?.click();
});

const current = document.querySelector('.messages [aria-current]');
current?.scrollIntoView({ block: 'nearest' });
if (sessionStorage.getItem('stay') === 'list') current?.focus();
sessionStorage.removeItem('stay');

for (const frame of document.querySelectorAll('iframe')) {
  const resize = () => {
    frame.height = frame.contentDocument?.documentElement.scrollHeight ?? 400;
  };
  frame.addEventListener('load', resize);
  resize();
}
