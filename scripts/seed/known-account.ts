import type { Language } from './names.ts';

export type KnownContact = { name: string; title: string; email: string; phone?: string };
export type KnownOpportunity = {
  name: string;
  pipeline: 'project_sales' | 'solution_sales';
  stage: string;
  amount: number;
  currency: string;
  /** Days from now; negative = overdue. */
  nextStep?: { text: string; inDays: number };
  closesInDays: number;
};
export type KnownAccount = {
  name: string;
  domain: string;
  industry: string;
  size: string;
  level: 'A' | 'B' | 'C';
  city: string;
  language: Language;
  contacts: readonly KnownContact[];
  opportunities: readonly KnownOpportunity[];
};
