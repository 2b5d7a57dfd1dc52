import { useRef, useState } from 'preact/hooks';
import type { Opportunity } from '../../../shared/opportunity.ts';
import { writeDraft } from '../../app/drafts.ts';
import { t } from '../../app/i18n.ts';
import type { WriteAbout } from '../../app/navigation.ts';
import type { Session } from '../../app/session.ts';
import { aboutNow } from '../about-now.ts';
import { clipLine } from '../clip.ts';
import { newIds, saveLog } from '../saved.ts';
import { useDraft } from '../use-draft.ts';
import { useOpportunities } from '../use-opportunities.ts';
import { type About, problemsOf, toWrittenActivity, type WriteForm, type WriteProblem } from './written.ts';

export type Writing = {
  session: Session;
  form: WriteForm;
  change: (part: Partial<WriteForm>) => void;
  opportunities: readonly Opportunity[];
  /** What stands in the way of saving, once it was tried. */
  problems: readonly WriteProblem[];
  isSaving: boolean;
  error: unknown;
  save: () => void;
};

const EMPTY: WriteForm = { type: 'call', text: '' };

export function useWriting(props: {
  source: string;
  about: WriteAbout | undefined;
  session: Session;
}): Writing {
  const { source, about, session } = props;
  const { server, me } = session;
  const key = ['write', server, me.workspace.id, me.user.id].join(' ');
  const draft = useDraft<WriteForm>(key, EMPTY);
  const [beside] = useState(aboutNow);
  const [picked, setPicked] = useState<About>();
  const touched = draft.value;
  // Where one comes from counts more than what was left half written, and the page beside the panel least.
  const chosen = picked ?? about ?? touched.about ?? beside;
  const change = (part: Partial<WriteForm>) => {
    if (part.about) setPicked(part.about);
    draft.change(part);
  };
  const { opportunities } = useOpportunities(chosen?.account?.id);
  const form: WriteForm = { ...touched, about: withOnlyOpportunity(chosen, opportunities) };
  const { run, ...state } = useSave();
  const save = () =>
    run(form, async () => {
      await saveLog({
        source,
        title: titleOf(form),
        about: form.about ?? {},
        payload: toWrittenActivity(form, { me, now: Date.now(), ids: newIds() }),
        reopen: () => writeDraft(key, { ...touched, about: form.about }),
      });
      draft.forget();
    });
  return { session, form, change, opportunities, save, ...state };
}

/** An account with a single open opportunity leaves no choice; among several the rep says which. */
function withOnlyOpportunity(
  about: About | undefined,
  opportunities: readonly Opportunity[],
): About | undefined {
  if (!about?.account || 'opportunity' in about || opportunities.length !== 1) return about;
  return { ...about, opportunity: opportunities[0] };
}

const titleOf = ({ type, text }: WriteForm): string =>
  clipLine(text, 120) ?? t(`enums.activity_type.${type}`);

function useSave() {
  const [problems, setProblems] = useState<readonly WriteProblem[]>([]);
  const [error, setError] = useState<unknown>();
  const [isSaving, setSaving] = useState(false);
  const isBusy = useRef(false);
  const run = async (form: WriteForm, work: () => Promise<void>) => {
    if (isBusy.current) return;
    const found = problemsOf(form, Date.now());
    setProblems(found);
    if (found.length > 0) return;
    isBusy.current = true;
    setSaving(true);
    setError(undefined);
    try {
      await work();
    } catch (cause) {
      setError(cause);
      setSaving(false);
    } finally {
      isBusy.current = false;
    }
  };
  return { problems, error, isSaving, run };
}
