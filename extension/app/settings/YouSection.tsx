import { Button } from '../../ui/Button.tsx';
import { Mono } from '../../ui/Person.tsx';
import { t } from '../i18n.ts';
import { go } from '../navigation.ts';
import { here } from '../place.ts';
import { isSessionOver, type Session, signOut } from '../session.ts';
import { useAttempt } from '../use-attempt.tsx';
import { Section } from './Section.tsx';
import { roleAndSight } from './sight.ts';

export function YouSection({ session: { me } }: { session: Session }) {
  const { attempt, isBusy, failure } = useAttempt();
  const isOver = isSessionOver.value;
  return (
    <Section title={t('settings.you')}>
      <div class="flex items-center gap-3">
        <Mono name={me.user.name} me large />
        <div class="min-w-0 flex-1">
          <p class="truncate font-semibold">{me.user.name}</p>
          <p class="text-xs text-muted">{isOver ? t('settings.session_over') : roleAndSight(me, here())}</p>
        </div>
        {isOver ? (
          <Button kind="primary" onClick={() => go({ name: 'sign_in' })}>
            {t('settings.sign_in')}
          </Button>
        ) : (
          <Button busy={isBusy} onClick={() => attempt(signOut)}>
            {t('settings.sign_out')}
          </Button>
        )}
      </div>
      {failure}
    </Section>
  );
}
