import { Component, type ComponentChildren } from 'preact';
import { Button } from '../../ui/Button.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { CircleAlert, ClipboardCopy } from '../../ui/icons.ts';
import { copyDiagnosis } from '../copy-diagnosis.ts';
import { noteError } from '../diagnosis.ts';
import { t } from '../i18n.ts';

type State = { hasFailed: boolean };

/** A fault in one screen leaves the others, the queue and what is saved untouched. */
export class ScreenGuard extends Component<{ children: ComponentChildren }, State> {
  override state: State = { hasFailed: false };

  static override getDerivedStateFromError(): State {
    return { hasFailed: true };
  }

  override componentDidCatch(error: unknown): void {
    console.error(error);
    noteError(`crash ${error instanceof Error ? error.name : ''}`.trim());
  }

  override render() {
    if (!this.state.hasFailed) return this.props.children;
    return (
      <EmptyState
        alert
        icon={CircleAlert}
        title={t('app.crash.title')}
        actions={
          <>
            <Button onClick={() => this.setState({ hasFailed: false })}>{t('app.crash.again')}</Button>
            <Button kind="ghost" icon={ClipboardCopy} onClick={() => void copyDiagnosis()}>
              {t('settings.diagnosis')}
            </Button>
          </>
        }
      >
        {t('app.crash.text')}
      </EmptyState>
    );
  }
}
