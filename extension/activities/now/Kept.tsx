import type { CapturedMail } from '../../../shared/capture.ts';
import { formatBytes } from '../../app/format.ts';
import { t } from '../../app/i18n.ts';
import { here } from '../../app/place.ts';
import { TextArea } from '../../ui/Field.tsx';
import { Icon } from '../../ui/Icon.tsx';
import { FileText } from '../../ui/icons.ts';
import { shown } from '../../ui/shown.ts';
import type { SpokenStep } from '../../when/next-step.ts';
import { clipLine } from '../clip.ts';
import { FoldedParts } from './FoldedParts.tsx';
import { KeptText } from './KeptText.tsx';
import type { ItemState } from './use-item.ts';

/** What goes along with the log, as the level bounds it. */
export function Kept({ item, foundStep }: { item: ItemState; foundStep: SpokenStep | undefined }) {
  const { captured, choices } = item;
  const mail = captured.item.kind === 'mail' ? captured.item : undefined;
  const { level } = choices;
  return (
    <section class="section" aria-label={t('now.kept.label')}>
      {level === 'full' && <KeptText key={captured.capturedAt} item={item} foundStep={foundStep} />}
      {level === 'summary' && <Summary item={item} />}
      {(level === 'subject' || level === 'fact') && (
        <p class="text-muted">{t(mail ? `now.kept.mail_${level}` : `now.kept.page_${level}`)}</p>
      )}
      {level === 'full' && <FoldedParts key={`folds ${captured.capturedAt}`} item={item} />}
      {mail && level !== 'fact' && <Attachments files={mail.attachments} />}
    </section>
  );
}

function Summary({ item }: { item: ItemState }) {
  return (
    <TextArea
      label={t('now.kept.summary')}
      hint={t('now.kept.summary_hint')}
      rows={2}
      maxLength={1000}
      value={item.choices.summary}
      onChange={(summary) => item.change({ summary })}
    />
  );
}

function Attachments({ files }: { files: CapturedMail['attachments'] }) {
  if (files.length === 0) return null;
  const place = here();
  return (
    <ul class="mt-2 grid gap-1">
      {files.map(({ name, size }, i) => (
        <li key={i} class="flex min-w-0 items-center gap-2">
          <Icon of={FileText} small class="text-muted" />
          <span class="min-w-0 truncate" title={shown(name)}>
            {clipLine(shown(name), 500) ?? t('now.kept.unnamed_file')}
          </span>
          <span class="num ml-auto shrink-0 text-xs text-faint">
            {size === undefined
              ? t('now.kept.file')
              : t('now.kept.file_of', { size: formatBytes(size, place) })}
          </span>
        </li>
      ))}
    </ul>
  );
}
