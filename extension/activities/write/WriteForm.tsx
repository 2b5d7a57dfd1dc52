import { useMemo } from 'preact/hooks';
import { errorText } from '../../app/error-text.ts';
import { t } from '../../app/i18n.ts';
import { useKeys } from '../../app/keyboard.ts';
import type { WriteAbout } from '../../app/navigation.ts';
import { Screen } from '../../app/Screen.tsx';
import type { Session } from '../../app/session.ts';
import { Button } from '../../ui/Button.tsx';
import { TextArea } from '../../ui/Field.tsx';
import { Icon } from '../../ui/Icon.tsx';
import { CircleAlert } from '../../ui/icons.ts';
import { Segmented } from '../../ui/Segmented.tsx';
import { CutNote } from '../CutNote.tsx';
import { usualVisibility } from '../choices.ts';
import { NextStepRow } from '../NextStepRow.tsx';
import { textPart } from '../new-activity.ts';
import { WhoCanRead } from '../WhoCanRead.tsx';
import { AboutField } from './AboutField.tsx';
import { MoreFields } from './MoreFields.tsx';
import { OpportunityRow } from './OpportunityRow.tsx';
import { OutcomeChips } from './OutcomeChips.tsx';
import { useWriting, type Writing } from './use-writing.ts';
import { WhenRow } from './WhenRow.tsx';
import { outcomeOf, WRITTEN_TYPES } from './written.ts';

type WriteFormProps = { source: string; about: WriteAbout | undefined; session: Session };

/** Whom, how it went, what: the rest has an answer already or may stay away. */
export function WriteForm(props: WriteFormProps) {
  const writing = useWriting(props);
  const { form, change, problems } = writing;
  useKeys({ 'mod+enter': writing.save });
  return (
    <Screen title={t('write.title')} actions={<Actions writing={writing} />}>
      <div class="grid gap-3 px-4 py-3" data-testid="write-form">
        <Segmented
          label={t('now.type')}
          options={WRITTEN_TYPES.map((type) => ({ value: type, label: t(`write.type.${type}`) }))}
          value={form.type}
          onChange={(type) => change({ type, outcome: undefined })}
        />
        <AboutField form={form} change={change} />
        <OutcomeChips type={form.type} value={outcomeOf(form)} onChange={(outcome) => change({ outcome })} />
        <What form={form} change={change} isMissing={problems.includes('what')} />
      </div>
      <section class="section">
        <dl>
          <OpportunityRow writing={writing} />
          <WhenRow form={form} change={change} isWrong={problems.includes('future')} />
          <NextStepRow value={form.nextStep} onChange={(nextStep) => change({ nextStep })} />
        </dl>
        <MoreFields writing={writing} />
      </section>
    </Screen>
  );
}

/** Of what is too long, what will be saved is said while there is still time to shorten it. */
function What({ form, change, isMissing }: Pick<Writing, 'form' | 'change'> & { isMissing: boolean }) {
  const kept = useMemo(() => textPart(form.text), [form.text]);
  return (
    <div>
      <TextArea
        label={t(`write.what.${form.type}`)}
        rows={3}
        value={form.text}
        error={isMissing ? t('write.problem.what') : undefined}
        onChange={(text) => change({ text })}
      />
      {kept.isTextCut && <CutNote text={kept.text ?? ''} />}
    </div>
  );
}

function Actions({ writing }: { writing: Writing }) {
  const { session, form, change, error, isSaving, save, problems } = writing;
  return (
    <>
      <WhoCanRead
        me={session.me}
        level="full"
        visibility={form.visibility ?? usualVisibility(session.me)}
        onChange={(visibility) => change({ visibility })}
      />
      {(error !== undefined || problems.length > 0) && (
        <p class="flex items-start gap-1.5 text-xs text-danger" role="alert">
          <Icon of={CircleAlert} small class="mt-px" />
          {error === undefined
            ? problems.map((problem) => t(`write.problem.${problem}`)).join(' ')
            : errorText(error)}
        </p>
      )}
      <Button kind="primary" size="md" wide keys="mod+enter" busy={isSaving} onClick={save}>
        {t('now.log')}
      </Button>
    </>
  );
}
