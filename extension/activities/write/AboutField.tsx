import { t } from '../../app/i18n.ts';
import { Combobox } from '../../ui/Combobox.tsx';
import { searchOptions, searchWords } from '../search-about.tsx';
import { aboutName, aboutOf, type WriteForm } from './written.ts';

/** One field for whom it was with: an account, a person, a lead or an opportunity, whichever one remembers. */
export function AboutField(props: { form: WriteForm; change: (part: Partial<WriteForm>) => void }) {
  const { form, change } = props;
  const { about } = form;
  const account = about?.contact && about.account?.name;
  return (
    <div class="grid gap-1">
      <Combobox
        label={t('write.about')}
        text={aboutName(about) ?? ''}
        placeholder={t('write.about_hint')}
        autoFocus
        search={(query, signal) =>
          searchOptions(query, ['account', 'contact', 'lead', 'opportunity'], signal)
        }
        words={searchWords()}
        onSelect={(hit) => change({ about: aboutOf(hit) ?? {} })}
        onClear={() => change({ about: {} })}
      />
      {account && <p class="text-xs text-faint">{account}</p>}
    </div>
  );
}
