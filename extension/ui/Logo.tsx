/** The mark: a margin line and three notes beside it. */
export function Logo() {
  return (
    <svg viewBox="0 0 32 32" class="h-8 w-8" aria-hidden="true">
      <rect width="32" height="32" rx="7" class="fill-primary" />
      <path d="M11 7v18" class="stroke-primary-content" stroke-width="2.5" stroke-linecap="round" />
      <path
        d="M16 11h8M16 16h8M16 21h5"
        class="stroke-primary-content"
        stroke-width="2.5"
        stroke-linecap="round"
      />
    </svg>
  );
}
