import { signal } from '@preact/signals';

export const isKeyMapOpen = signal(false);
