import type { Activity } from '../../../shared/activity.ts';
import type { Me } from '../../../shared/session.ts';
import { formatBytes } from '../../app/format.ts';
import { t } from '../../app/i18n.ts';
import { here } from '../../app/place.ts';
import { Icon } from '../../ui/Icon.tsx';
import { ExternalLink, FileText, Lock, Scissors } from '../../ui/icons.ts';
import { shown } from '../../ui/shown.ts';
import { safeHref } from '../links.ts';
import { FoldedText, PlainText } from '../PlainText.tsx';
import { personName } from '../person-name.ts';
import { splitQuoted } from '../quoted.ts';

type Props = { activity: Activity; me: Me };

/** The words of the record: subject, the rep's own sentence, the text, notes, attachments. */
export function RecordBody({ activity, me }: Props) {
  return (
    <>
      <Words activity={activity} />
      <Notes activity={activity} me={me} />
      <Attachments activity={activity} />
    </>
  );
}

function Words({ activity }: Pick<Props, 'activity'>) {
  const { level, subject, summary, text, isTextCut, pageUrl } = activity;
  if (level === 'fact') {
    return (
      <section class="section">
        <p class="flex items-start gap-1.5 text-faint">
          <Icon of={Lock} small class="mt-0.5" />
          {t('record.fact_only')}
        </p>
      </section>
    );
  }
  return (
    <section class="section grid gap-2">
      {subject && <h2 class="text-lg font-semibold wrap-anywhere">{shown(subject)}</h2>}
      <PageLink url={pageUrl} />
      {summary && <PlainText text={summary} />}
      {text && <OwnText text={text} />}
      {isTextCut && (
        <p class="flex items-center gap-1.5 text-xs text-warn">
          <Icon of={Scissors} small />
          {t('record.cut')}
        </p>
      )}
      {!summary && !text && (
        <p class="text-faint">{t(level === 'subject' ? 'record.subject_only' : 'record.no_text')}</p>
      )}
    </section>
  );
}

function OwnText({ text }: { text: string }) {
  const { own, quoted } = splitQuoted(text);
  return (
    <div>
      <PlainText text={own} />
      {quoted && (
        <FoldedText label={t('record.show_quoted', { count: quoted.split('\n').length })} text={quoted} />
      )}
    </div>
  );
}

function PageLink({ url }: { url: string | undefined }) {
  const href = safeHref(url);
  if (!href?.startsWith('http')) return null;
  return (
    <a
      class="flex items-center gap-1 text-xs text-link"
      href={href}
      target="_blank"
      rel="noopener noreferrer nofollow"
    >
      <Icon of={ExternalLink} small />
      <span class="truncate">{href.replace(/^https?:\/\//, '')}</span>
    </a>
  );
}

function Notes({ activity: { contributions }, me }: Props) {
  const notes = contributions.filter(({ note }) => note);
  if (notes.length === 0) return null;
  return (
    <section class="section grid gap-2">
      {notes.map(({ userId, note = '' }) => (
        <div key={userId}>
          <h2 class="section-label">{t('record.note_by', { name: personName(userId, me) })}</h2>
          <PlainText text={note} />
        </div>
      ))}
    </section>
  );
}

function Attachments({ activity: { attachments } }: Pick<Props, 'activity'>) {
  const place = here();
  if (attachments.length === 0) return null;
  return (
    <section class="section">
      <h2 class="section-label">
        <span>{t('record.attachments')}</span>
        <span>{t('record.attachments_note')}</span>
      </h2>
      <ul class="mt-1 grid gap-1">
        {attachments.map(({ name, size }, i) => (
          <li key={i} class="flex min-h-6 min-w-0 items-center gap-2">
            <Icon of={FileText} small class="text-muted" />
            <span class="min-w-0 truncate" title={shown(name)}>
              {shown(name)}
            </span>
            {size !== undefined && (
              <span class="num ml-auto shrink-0 text-xs text-faint">{formatBytes(size, place)}</span>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}
