import { signal } from '@preact/signals';

/** `pageKey` of the page that the rep asked to save. Until then a page without selected words is only offered. */
export const pageWanted = signal<string | undefined>(undefined);
