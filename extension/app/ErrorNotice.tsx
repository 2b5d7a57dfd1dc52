import { Button } from '../ui/Button.tsx';
import { EmptyState } from '../ui/EmptyState.tsx';
import { CircleAlert, CloudOff } from '../ui/icons.ts';
import { errorCode, errorText } from './error-text.ts';
import { t } from './i18n.ts';

/** A failure where the content would be: its sentence, and the way to try again. */
export function ErrorNotice({ error, onRetry }: { error: unknown; onRetry?: () => void }) {
  const code = errorCode(error);
  const isSilent = code === 'unreachable';
  return (
    <EmptyState
      alert
      icon={isSilent ? CloudOff : CircleAlert}
      title={isSilent ? t('app.failed.unreachable') : t('app.failed.title')}
      actions={onRetry && <Button onClick={onRetry}>{t('ui.retry')}</Button>}
    >
      {errorText(error)}
    </EmptyState>
  );
}
