/** One bar per stage, filled up to `at`. `label` is the sentence that a screen reader says instead. */
export function Meter({ at, of, label }: { at: number; of: number; label: string }) {
  return (
    <span class="meter" role="img" aria-label={label} title={label}>
      {Array.from({ length: of }, (_, i) => (
        <i key={i} data-on={i < at ? '' : undefined} />
      ))}
    </span>
  );
}
