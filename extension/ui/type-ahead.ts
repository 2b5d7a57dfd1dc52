import { useRef } from 'preact/hooks';

const PAUSE_MS = 600;

/** Typing letters moves to the option that begins with them; repeating one letter goes through those it begins. */
export function useTypeAhead(
  options: readonly { label: string }[],
  active: number,
  onMove: (index: number) => void,
): { take: (event: KeyboardEvent) => boolean; isTyping: () => boolean } {
  const typed = useRef({ text: '', at: 0 });
  const isTyping = () => typed.current.text !== '' && Date.now() - typed.current.at < PAUSE_MS;
  const take = (event: KeyboardEvent): boolean => {
    if (event.key.length !== 1 || event.ctrlKey || event.metaKey || event.altKey) return false;
    const text = (isTyping() ? typed.current.text : '') + event.key.toLowerCase();
    typed.current = { text, at: Date.now() };
    const found = findByTyping(options, active, text);
    if (found >= 0) onMove(found);
    return true;
  };
  return { take, isTyping };
}

export function findByTyping(options: readonly { label: string }[], active: number, text: string): number {
  const isOneLetter = [...text].every((char) => char === text[0]);
  const wanted = isOneLetter ? text.slice(0, 1) : text;
  const start = isOneLetter ? active + 1 : active;
  const order = options.map((_, i) => (start + i) % options.length);
  return order.find((i) => options[i]?.label.toLowerCase().startsWith(wanted)) ?? -1;
}
