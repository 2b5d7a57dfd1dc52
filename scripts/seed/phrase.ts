import type { Outcome } from '../../shared/activity.ts';
import type { Random } from './random.ts';

export type PhraseKind =
  | 'emailIn'
  | 'emailOut'
  | 'call'
  | 'meeting'
  | 'visit'
  | 'message'
  | 'note'
  | 'demo'
  | 'web_capture'
  | 'other';

/** What happened, in a rep's words; `{slots}` are filled from the record. A subject only where the medium has one. */
export type Phrase = {
  subject?: string;
  text: string;
  outcome?: Outcome;
  /** What was agreed to happen next. */
  next?: string;
};

export type Slots = Readonly<
  Record<'product' | 'qty' | 'contact' | 'account' | 'amount' | 'rival' | 'weeks', string>
>;
export type Phrasebook = Readonly<Record<PhraseKind, readonly Phrase[]>>;

export function fill(text: string, slots: Slots): string {
  return text.replace(/\{(\w+)\}/g, (slot, name) => slots[name as keyof Slots] ?? slot);
}

export const PRODUCTS = {
  zh: [
    ...[
      'LK-200 在线浊度仪',
      'LK-310 pH 电极',
      'LK-150 电导率池',
      'LK-480 溶解氧传感器',
      'LK-600 多参数水质站',
    ],
    ...['LK-220 余氯分析仪', 'LK-205 低量程浊度仪'],
  ],
  en: [
    ...['LK-200 turbidity meters', 'LK-310 pH probes', 'LK-150 conductivity cells', 'LK-480 oxygen sensors'],
    ...['LK-600 water stations', 'LK-220 chlorine analysers', 'LK-205 low-range meters'],
  ],
} as const;

export const RIVALS = {
  zh: ['恒测', '泽源仪表', '北仪科'],
  en: ['Aquamet', 'ProbeWorks', 'Delta Sensing'],
} as const;

export const pickProduct = (random: Random, language: 'zh' | 'en'): string => random.pick(PRODUCTS[language]);
