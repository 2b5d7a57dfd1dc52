import { requestCapture } from '../../app/captured.ts';
import { t } from '../../app/i18n.ts';
import { Mail } from '../../ui/icons.ts';
import { Banner } from '../../ui/Notice.tsx';

/** The page has moved on; what is shown here stays until the rep asks for the other. */
export function OtherOpen() {
  return (
    <Banner
      kind="quiet"
      icon={Mail}
      action={{ label: t('now.other.read'), onClick: () => void requestCapture() }}
    >
      {t('now.other.notice')}
    </Banner>
  );
}
