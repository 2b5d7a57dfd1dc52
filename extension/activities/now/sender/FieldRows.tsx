import { useState } from 'preact/hooks';
import { type MessageKey, t } from '../../../app/i18n.ts';
import type { LucideIcon } from '../../../ui/Icon.tsx';
import { AtSign, PencilLine, Signature } from '../../../ui/icons.ts';
import { ProofField } from '../../../ui/ProofField.tsx';
import type { ItemState } from '../use-item.ts';
import { type FieldEdits, type FieldId, LONGEST, type SenderField, switched, typed } from './fields.ts';
import { problemsOf, type Sender } from './sender.ts';

type RowsProps = { item: ItemState; sender: Sender; ids: readonly FieldId[]; isAsked: boolean };

/** The fields that are known, and below them the names of those that are not. */
export function FieldRows(props: RowsProps) {
  const { sender, ids } = props;
  const [opened, setOpened] = useState<FieldId>();
  const known = ids.filter((id) => id === opened || isShown(id, sender));
  return (
    <>
      {known.map((id) => (
        <Row key={id} {...props} id={id} isNew={id === opened} onLeave={() => setOpened(undefined)} />
      ))}
      <Missing {...props} missing={missingOf(ids, sender).filter((id) => id !== opened)} onOpen={setOpened} />
    </>
  );
}

/** A domain is the account's: without its name there is none to keep it. */
const isShown = (id: FieldId, { fields, read }: Sender): boolean =>
  (read[id] !== undefined || Boolean(fields[id]?.value.trim())) &&
  (id !== 'domain' || Boolean(fields.company?.value.trim()));

/** One number is enough to ask for; which domain is an account's is not asked at all. */
function missingOf(ids: readonly FieldId[], sender: Sender): FieldId[] {
  const hasNumber = isShown('phone', sender) || isShown('mobile', sender);
  const isAsked = (id: FieldId) => id !== 'domain' && id !== 'mobile' && !(id === 'phone' && hasNumber);
  return ids.filter((id) => isAsked(id) && !isShown(id, sender));
}

const PROOF = {
  header: { icon: AtSign, words: 'unknown.proof.header' },
  domain: { icon: AtSign, words: 'unknown.proof.domain' },
  signature: { icon: Signature, words: 'unknown.proof.signature' },
  typed: { icon: PencilLine, words: 'unknown.proof.typed' },
} as const satisfies Record<SenderField['proof'], { icon: LucideIcon; words: MessageKey }>;

type RowProps = RowsProps & { id: FieldId; isNew: boolean; onLeave: () => void };

function Row({ item, sender, ids, id, isNew, isAsked, onLeave }: RowProps) {
  const edits = item.edits.sender?.fields ?? {};
  const change = (fields: FieldEdits) => item.change({ sender: { ...item.edits.sender, fields } });
  const { value, isOn, proof, words } = sender.fields[id] ?? { value: '', isOn: true, proof: 'typed' };
  const read = sender.read[id]?.value;
  const label = labelOf(id, ids);
  const problem = problemsOf(sender).get(id);
  const leave = (left: string) => {
    onLeave();
    // What was emptied is left out; what it had been stays to be seen.
    const fields = typed(edits, id, undefined);
    if (left.trim() === '') change(read === undefined ? fields : switched(fields, id, id === 'name'));
  };
  return (
    <ProofField
      label={label}
      value={value}
      onChange={(text) => change(typed(edits, id, text === read ? undefined : text))}
      onLeave={leave}
      editLabel={t('unknown.edit', { field: label, value })}
      isOn={isOn}
      onSwitch={(isKept) => change(switched(edits, id, isKept))}
      fixed={id === 'name' ? t('unknown.problem.name_missing') : undefined}
      proofIcon={PROOF[proof].icon}
      proof={t(PROOF[proof].words)}
      words={words}
      error={problem && (problem !== 'name_missing' || isAsked) ? t(`unknown.problem.${problem}`) : undefined}
      isNew={isNew}
      maxLength={LONGEST[id]}
      inputMode={id === 'email' ? 'email' : id === 'phone' || id === 'mobile' ? 'tel' : 'text'}
    />
  );
}

/** What the mail does not say can be typed; nothing is filled in for it. */
function Missing(props: RowsProps & { missing: readonly FieldId[]; onOpen: (id: FieldId) => void }) {
  const { ids, missing, isAsked, onOpen } = props;
  if (missing.length === 0) return null;
  return (
    <p class="flex flex-wrap items-center gap-x-2 py-0.5 pr-4 pl-11 text-xs text-faint">
      {isAsked && missing.includes('name') && (
        <span class="w-full text-danger" role="alert">
          {t('unknown.problem.name_missing')}
        </span>
      )}
      {t('unknown.missing')}
      {missing.map((id) => (
        <button
          key={id}
          type="button"
          class="min-h-6 cursor-pointer text-link hover:underline"
          onClick={() => onOpen(id)}
        >
          {labelOf(id, ids)}
        </button>
      ))}
    </p>
  );
}

/** An account's company is its name. */
const labelOf = (id: FieldId, ids: readonly FieldId[]): string =>
  id === 'company' && !ids.includes('name') ? t('unknown.field.account_name') : t(`unknown.field.${id}`);
