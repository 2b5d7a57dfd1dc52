import type { Language } from '../seed/names.ts';

/** What the mailbox itself says; the mails keep their own language. */
export const WORDS = {
  en: {
    lang: 'en',
    title: 'Sample mailbox',
    note: 'Ten invented mails to try Sidelog on. Nothing is sent and nothing leaves this machine.',
    messages: 'Messages',
    all: 'All messages',
    newer: 'Newer',
    older: 'Older',
    keys: 'J and K move through the list.',
    choose: 'Choose a message',
    from: 'From',
    to: 'To',
    cc: 'Cc',
    date: 'Date',
    attachment: 'Attachment',
    original: 'Show original',
    body: 'Message text',
    missing: 'There is no such message',
    switchTo: '中文',
  },
  zh: {
    lang: 'zh-CN',
    title: '示例邮箱',
    note: '十封虚构的邮件，用来试用侧记。不会发出邮件，内容只在本机。',
    messages: '邮件',
    all: '全部邮件',
    newer: '较新',
    older: '较早',
    keys: '按 J、K 上下移动。',
    choose: '选一封邮件',
    from: '发件人',
    to: '收件人',
    cc: '抄送',
    date: '时间',
    attachment: '附件',
    original: '显示原文',
    body: '邮件正文',
    missing: '没有这封邮件',
    switchTo: 'English',
  },
} as const satisfies Record<Language, Record<string, string>>;

export const otherLanguage = (language: Language): Language => (language === 'zh' ? 'en' : 'zh');
