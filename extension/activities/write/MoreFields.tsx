import { useState } from 'preact/hooks';
import { ExpenseKind } from '../../../shared/activity.ts';
import { t } from '../../app/i18n.ts';
import { SelectField, TextField } from '../../ui/Field.tsx';
import { Icon } from '../../ui/Icon.tsx';
import { ChevronDown, ChevronRight } from '../../ui/icons.ts';
import type { Writing } from './use-writing.ts';
import type { ExpenseDraft } from './written.ts';

/** What few logs need: what it cost. */
export function MoreFields({ writing }: { writing: Writing }) {
  const { form, change, problems, session } = writing;
  const [opened, setOpen] = useState<boolean>();
  const isOpen = opened ?? Boolean(form.expense?.amount);
  const expense = form.expense ?? { amount: '', currency: session.me.workspace.currency, kind: 'travel' };
  const set = (part: Partial<ExpenseDraft>) => change({ expense: { ...expense, ...part } });
  return (
    <>
      <button
        type="button"
        class="fold mt-1 min-h-6 cursor-pointer"
        aria-expanded={isOpen}
        onClick={() => setOpen(!isOpen)}
      >
        <Icon of={isOpen ? ChevronDown : ChevronRight} small />
        {t('write.expense')}
      </button>
      {isOpen && (
        <div class="mt-2 grid grid-cols-[minmax(0,1fr)_4.5rem_6.5rem] items-start gap-2">
          <TextField
            label={t('write.amount')}
            inputMode="decimal"
            value={expense.amount}
            error={problems.includes('amount') ? t('write.problem.amount') : undefined}
            onChange={(amount) => set({ amount })}
          />
          <TextField
            label={t('write.currency')}
            maxLength={3}
            value={expense.currency}
            onChange={(currency) => set({ currency: currency.toUpperCase() })}
          />
          <SelectField
            label={t('write.kind')}
            value={expense.kind}
            options={ExpenseKind.options.map((kind) => ({
              value: kind,
              label: t(`enums.expense_kind.${kind}`),
            }))}
            onChange={(kind) => set({ kind })}
          />
        </div>
      )}
    </>
  );
}
