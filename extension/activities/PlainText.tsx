import { Icon } from '../ui/Icon.tsx';
import { ChevronRight } from '../ui/icons.ts';
import { linkParts } from './links.ts';

/** Text that came from a mail or page: letters only, its web, mail and phone addresses as links. */
export function PlainText({ text }: { text: string }) {
  const paragraphs = text.split(/\n\s*\n/).filter((paragraph) => paragraph.trim() !== '');
  return (
    <div class="grid gap-2 text-base">
      {paragraphs.map((paragraph, i) => (
        <p key={i} class="whitespace-pre-wrap wrap-anywhere">
          {linkParts(paragraph).map(({ text: part, href }) =>
            href ? <SafeLink key={part} href={href} /> : part,
          )}
        </p>
      ))}
    </div>
  );
}

function SafeLink({ href }: { href: string }) {
  return (
    <a
      class="text-link underline underline-offset-2"
      href={href}
      target="_blank"
      rel="noopener noreferrer nofollow"
    >
      {href}
    </a>
  );
}

/** What is seldom read again, closed until asked for. */
export function FoldedText({ label, text }: { label: string; text: string }) {
  return (
    <details class="group mt-2">
      <summary class="fold min-h-6 cursor-pointer list-none rounded-field hover:text-base-content">
        <Icon of={ChevronRight} small class="group-open:rotate-90" />
        {label}
      </summary>
      <div class="mt-2 text-muted">
        <PlainText text={text} />
      </div>
    </details>
  );
}
