import type { Address, CapturedMail, FrameResult } from '../../../shared/capture.ts';
import type { Family, Mail, Person } from '../../fixtures/webmails/mail.ts';

export type Verdict = {
  family: string;
  page: string;
  verdict: 'right' | 'cannot_tell' | 'wrong';
  isState: boolean;
  readFrom?: string;
  /** What was claimed and is not so. */
  wrong: string[];
  isSenderWrong: boolean;
  /** What the page shows and was not claimed. */
  absent: string[];
};

/** A mail is right where each field that is claimed is; what is not claimed is counted apart. */
export function judge(family: Family, mail: Mail, result: FrameResult): Verdict {
  const head = { family: family.name, page: mail.key, isState: false };
  if (result.status !== 'item') {
    const isKnown = result.status === 'none' && result.reason === 'cannot_tell';
    // Of a page that shows no address there is nothing more to say.
    if (isKnown && family.hidesAddresses) {
      return { ...head, verdict: 'right', wrong: [], isSenderWrong: false, absent: [] };
    }
    const wrong = isKnown
      ? []
      : [`answered ${result.status} ${result.status === 'none' ? result.reason : ''}`];
    return { ...head, verdict: isKnown ? 'cannot_tell' : 'wrong', wrong, isSenderWrong: false, absent: [] };
  }
  const { item } = result;
  if (item.kind === 'page') {
    return { ...head, verdict: 'wrong', wrong: ['taken for a web page'], isSenderWrong: false, absent: [] };
  }
  const isSenderWrong =
    family.hidesAddresses || item.from?.email?.toLowerCase() !== mail.from.email.toLowerCase();
  const wrong = [...(isSenderWrong ? [`from ${item.from?.email}`] : []), ...wrongFields(item, mail)];
  const verdict = wrong.length > 0 ? 'wrong' : 'right';
  return {
    ...head,
    verdict,
    readFrom: item.readFrom,
    wrong,
    isSenderWrong,
    absent: absentFields(item, mail),
  };
}

/** A page without an open message is right as long as nothing is read from it. */
export function judgeState(family: Family, state: string, result: FrameResult): Verdict {
  const isMail = result.status === 'item' && result.item.kind === 'mail';
  const said =
    result.status === 'none' ? result.reason : result.status === 'item' ? result.item.kind : result.status;
  const wrong = isMail || result.status === 'error' ? [`answered ${said}`] : [];
  return {
    family: family.name,
    page: `(${state}: ${said})`,
    verdict: wrong.length > 0 ? 'wrong' : 'right',
    isState: true,
    wrong,
    isSenderWrong: isMail,
    absent: [],
  };
}

function wrongFields(item: CapturedMail, mail: Mail): string[] {
  const wrong: string[] = [];
  const claim = (field: string, isRight: boolean, said: unknown): void => {
    if (!isRight) wrong.push(`${field} ${JSON.stringify(said)?.slice(0, 160)}`);
  };
  const { from, subject, date, to, cc, attachments } = item;
  claim('name', !from?.name || from.name === mail.from.name, from?.name);
  claim('subject', subject === undefined || subject === mail.subject, subject);
  claim(
    'date',
    date === undefined || Math.abs(date - Date.parse(`${mail.at}Z`)) < 60_000 || isLocal(date, mail),
    date,
  );
  claim('to', to.length === 0 || same(to, mail.to), to);
  claim('cc', cc.length === 0 || same(cc, mail.cc), cc);
  const names = attachments.map(({ name }) => name).sort();
  const files = mail.files.map(({ name }) => name).sort();
  claim('files', names.length === 0 || names.join('\n') === files.join('\n'), names);
  claim('body', isBody(item, mail), `${item.text} ‖ ${item.quoted ?? ''}`);
  return wrong;
}

const isLocal = (date: number, mail: Mail): boolean => Math.abs(date - new Date(mail.at).getTime()) < 60_000;

const same = (read: readonly Address[], sent: readonly Person[]): boolean =>
  read
    .map(({ email }) => email)
    .sort()
    .join() ===
  sent
    .map(({ email }) => email)
    .sort()
    .join();

const collapse = (text: string): string => text.replace(/\s+/g, ' ').trim();

/** The own words are there, and with what was folded away nothing more and nothing less than the mail says. */
function isBody({ text, quoted }: CapturedMail, mail: Mail): boolean {
  const whole = collapse(
    mail.html
      .replace(/<style[\s\S]*?<\/style>/g, '')
      .replace(/<[^>]+>/g, ' ')
      .replaceAll('&lt;', '<')
      .replaceAll('&gt;', '>'),
  );
  const bare = (words: string): string => words.replace(/[\s\p{P}\p{S}]+/gu, '');
  return (
    collapse(text).startsWith(mail.words.slice(0, 60)) && bare(`${text} ${quoted ?? ''}`) === bare(whole)
  );
}

function absentFields(item: CapturedMail, mail: Mail): string[] {
  return [
    ...(item.subject === undefined ? ['subject'] : []),
    ...(item.date === undefined ? ['date'] : []),
    ...(item.to.length === 0 ? ['to'] : []),
    ...(item.cc.length === 0 && mail.cc.length > 0 ? ['cc'] : []),
    ...(item.attachments.length === 0 && mail.files.length > 0 ? ['files'] : []),
    ...(item.from?.name === undefined && mail.from.name ? ['name'] : []),
  ];
}
