import { SEED_PIPELINES, type Stage } from '../../shared/pipeline.ts';
import { t } from '../app/i18n.ts';

type ShippedCode = (typeof SEED_PIPELINES)[number]['stages'][number]['code'];
const SHIPPED: readonly string[] = SEED_PIPELINES.flatMap(({ stages }) => stages.map(({ code }) => code));
const isShipped = (code: string | undefined): code is ShippedCode =>
  code !== undefined && SHIPPED.includes(code);

/** Shipped stages speak the reader's language; those that a workspace named itself keep their name. */
export const stageName = (stage: Stage): string =>
  isShipped(stage.code) ? t(`enums.stage.${stage.code}`) : stage.name;
