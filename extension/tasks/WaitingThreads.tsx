import type { Today, WaitingThread } from '../../shared/today.ts';
import { t } from '../app/i18n.ts';
import { Section } from './TaskSections.tsx';
import { WaitingRow } from './WaitingRow.tsx';

const SIDES: readonly WaitingThread['last'][] = ['inbound', 'outbound'];

/** Conversations without an answer: first those that wait for us. */
export function WaitingThreads({ today }: { today: Today }) {
  return (
    <>
      {SIDES.map((side) => {
        const threads = today.waiting.filter(({ last }) => last === side);
        if (threads.length === 0) return null;
        return (
          <div key={side} class="mt-2 border-t border-line">
            <Section id={side} title={t(`today.waiting.${side}`)} count={threads.length}>
              <ul>
                {threads.map((thread) => (
                  <WaitingRow key={thread.threadKey} thread={thread} />
                ))}
              </ul>
            </Section>
          </div>
        );
      })}
    </>
  );
}
