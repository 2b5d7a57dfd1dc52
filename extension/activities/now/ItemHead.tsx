import type { ComponentChildren } from 'preact';
import type { CapturedPage } from '../../../shared/capture.ts';
import { formatInstant } from '../../app/format.ts';
import { type MessageKey, t } from '../../app/i18n.ts';
import { here } from '../../app/place.ts';
import { Icon, type LucideIcon } from '../../ui/Icon.tsx';
import { FileText, Globe, Mail, Monitor } from '../../ui/icons.ts';
import { type CapturedItem, pageUrlOf, sentAtOf } from '../captured-item.ts';
import { directionOf } from '../people.ts';
import { People } from './People.tsx';
import { Subject } from './Subject.tsx';
import { ThreadPicker } from './ThreadPicker.tsx';
import type { ItemState } from './use-item.ts';

/** What is on screen, and how we know it. */
export function ItemHead({ item }: { item: ItemState }) {
  const { captured } = item;
  return (
    <section class="section">
      {captured.item.kind === 'mail' ? <MailLine captured={captured} /> : <PageLine captured={captured} />}
      <Subject item={item} />
      {captured.item.kind === 'mail' && <ThreadPicker mail={captured.item} />}
      {captured.item.kind === 'mail' ? <People item={item} /> : <PageAddress page={captured.item} />}
    </section>
  );
}

const MAIL_WORDS: Record<string, MessageKey> = {
  inbound: 'now.mail.inbound',
  outbound: 'now.mail.outbound',
  internal: 'now.mail.internal',
};

function MailLine({ captured }: { captured: CapturedItem }) {
  const { item, people } = captured;
  if (item.kind !== 'mail') return null;
  const sentAt = sentAtOf(item);
  const isSource = item.readFrom === 'source';
  return (
    <MetaLine
      icon={Mail}
      proof={t(isSource ? 'now.read_from.source' : 'now.read_from.page')}
      proofIcon={isSource ? FileText : Monitor}
      proofTitle={isSource ? undefined : t('now.read_from.page_title')}
    >
      <span>{t(MAIL_WORDS[directionOf(people) ?? ''] ?? 'now.mail.unknown')}</span>
      <span aria-hidden="true">·</span>
      {sentAt === undefined ? (
        <span class="text-warn" title={t('now.no_date_title')}>
          {t('now.no_date')}
        </span>
      ) : (
        <time class="num" dateTime={new Date(sentAt).toISOString()}>
          {formatInstant(sentAt, here(), { weekday: false })}
        </time>
      )}
    </MetaLine>
  );
}

function PageLine({ captured }: { captured: CapturedItem }) {
  const { item } = captured;
  const isSelection = item.kind === 'page' && Boolean(item.selection?.trim());
  return (
    <MetaLine
      icon={Globe}
      proof={t(isSelection ? 'now.read_from.selection' : 'now.read_from.readable')}
      proofIcon={FileText}
    >
      <span>{t('now.page')}</span>
      <span aria-hidden="true">·</span>
      <span class="num">{formatInstant(captured.capturedAt, here(), { weekday: false })}</span>
    </MetaLine>
  );
}

function MetaLine(props: {
  icon: LucideIcon;
  proof: string;
  proofIcon: LucideIcon;
  proofTitle?: string | undefined;
  children: ComponentChildren;
}) {
  return (
    <div class="flex flex-wrap items-center gap-1.5 text-xs text-faint">
      <Icon of={props.icon} small />
      {props.children}
      <span class="ml-auto inline-flex items-center gap-1" title={props.proofTitle}>
        <Icon of={props.proofIcon} small />
        {props.proof}
      </span>
    </div>
  );
}

function PageAddress({ page }: { page: CapturedPage }) {
  const url = pageUrlOf(page);
  return (
    <p class="mt-1 truncate text-xs text-faint" title={url}>
      {url ? url.replace(/^https?:\/\/(www\.)?/, '') : t('now.no_address')}
    </p>
  );
}
