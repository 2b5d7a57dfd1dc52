import { useRef } from 'preact/hooks';
import { outbox, retry } from '../../outbox/outbox.ts';
import type { OutboxView } from '../../outbox/view.ts';
import { CircleAlert, CloudAlert, CloudOff, CloudUpload } from '../../ui/icons.ts';
import { Banner } from '../../ui/Notice.tsx';
import { t } from '../i18n.ts';
import { go } from '../navigation.ts';
import { isSessionOver } from '../session.ts';
import { IDLE, nextRun, progressOf } from './sending.ts';

/** Worst first: what needs a person, then what waits for the world. Undefined while all goes by itself. */
export function bannerOf({ paused }: Pick<OutboxView, 'paused'>, isOver: boolean): OutboxView['paused'] {
  return isOver ? 'signed_out' : paused;
}

/** The one line about the app that stands above every screen. */
export function ShellBanner() {
  const { value } = outbox;
  const kind = bannerOf(value, isSessionOver.value);
  const count = value.waiting.length + value.sending.length;
  switch (kind) {
    case 'signed_out':
      return (
        <Banner
          kind="danger"
          icon={CircleAlert}
          action={{ label: t('app.banner.sign_in'), onClick: () => go({ name: 'sign_in' }) }}
        >
          {t('app.banner.signed_out')}
        </Banner>
      );
    case 'server_old':
    case 'client_old':
      return (
        <Banner kind="danger" icon={CircleAlert} detail={t(`app.banner.${kind}_detail`)}>
          {t(`app.banner.${kind}`)}
        </Banner>
      );
    case 'offline':
      return (
        <Banner kind="warn" icon={CloudOff} detail={t('app.banner.offline_detail', { count })}>
          {t('app.banner.offline')}
        </Banner>
      );
    case 'unreachable':
      return (
        <Banner
          kind="warn"
          icon={CloudAlert}
          detail={t('app.banner.unreachable_detail', { count })}
          action={{ label: t('app.banner.retry'), onClick: () => void retry() }}
        >
          {t('app.banner.unreachable')}
        </Banner>
      );
    default:
      return <SendingBanner left={count} />;
  }
}

function SendingBanner({ left }: { left: number }) {
  const run = useRef(IDLE);
  run.current = nextRun(run.current, left);
  const progress = progressOf(run.current);
  if (!progress) return null;
  return (
    <Banner kind="quiet" icon={CloudUpload} progress={{ value: progress.done - 1, max: progress.total }}>
      <span class="num">{t('app.banner.sending', progress)}</span>
    </Banner>
  );
}
