import { setLocale } from '../../../extension/app/i18n.ts';

// As in the panel, sentences are loaded before anything renders; both languages, so that a test can change between them.
await setLocale('zh-CN');
await setLocale('en');
