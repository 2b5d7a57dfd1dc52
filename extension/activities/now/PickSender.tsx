import type { Address } from '../../../shared/capture.ts';
import type { CaptureState } from '../../app/captured.ts';
import { t } from '../../app/i18n.ts';
import { Chip } from '../../ui/Chip.tsx';
import { Icon } from '../../ui/Icon.tsx';
import { Check } from '../../ui/icons.ts';
import { PropRow } from '../../ui/PropRow.tsx';
import { shown } from '../../ui/shown.ts';
import { type Doubt, pickSender } from './made-out.ts';

/** What is known of the mail, and whom it could be from: the rep says which. */
export function PickSender({ state, doubt }: { state: CaptureState; doubt: Doubt }) {
  const candidates = (doubt.candidates ?? []).filter(({ email }) => email);
  const { mail } = doubt;
  if (candidates.length === 0) return null;
  return (
    <section class="section border-t border-line" data-testid="pick-sender">
      <dl>
        {mail?.subject && (
          <PropRow label={t('now.unsure.subject')} top>
            <span class="inline-flex min-h-8 items-center gap-1.5 wrap-anywhere">
              {shown(mail.subject)} <Icon of={Check} small class="text-ok" />
            </span>
          </PropRow>
        )}
        <PropRow label={t('now.unsure.sender')} top>
          <div class="grid justify-items-start gap-1.5 py-1.5">
            <p class="text-warn">{t('now.unsure.pick', { count: candidates.length })}</p>
            {candidates.map((candidate) => (
              <Chip key={candidate.email} title={candidate.name} onClick={() => pickSender(state, candidate)}>
                {labelOf(candidate)}
              </Chip>
            ))}
          </div>
        </PropRow>
        {mail && (
          <PropRow label={t('now.unsure.text')}>
            <span class="inline-flex items-center gap-1.5">
              {t('now.unsure.characters', { count: mail.text.length })}
              {mail.text.length > 0 && <Icon of={Check} small class="text-ok" />}
            </span>
          </PropRow>
        )}
      </dl>
    </section>
  );
}

const labelOf = ({ email }: Address): string => shown(email ?? '');
