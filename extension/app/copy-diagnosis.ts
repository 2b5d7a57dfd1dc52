import { clientVersion } from '../api/client.ts';
import { outbox } from '../outbox/outbox.ts';
import { captured } from './captured.ts';
import { diagnosisOf } from './diagnosis.ts';
import { t } from './i18n.ts';
import { queryClient } from './queries.ts';
import { type ServerState, serverKey } from './server-state.ts';
import { session } from './session.ts';
import { showToast } from './toast.ts';

export async function copyDiagnosis(): Promise<void> {
  const { waiting, sending, rejected, delivered, others, paused } = outbox.peek();
  const server = queryClient.getQueryData<ServerState>(serverKey(session.peek()?.server ?? ''));
  const counts = {
    waiting: waiting.length,
    sending: sending.length,
    rejected: rejected.length,
    delivered: delivered.length,
    others: others.length,
  };
  const text = diagnosisOf({
    version: clientVersion(),
    server: server?.meta.version,
    adapters: adapterIds(),
    counts,
    paused,
    refusals: rejected.map(({ error }) => error?.code ?? 'unknown'),
  });
  await navigator.clipboard.writeText(text);
  showToast({ text: t('ui.copied') });
}

function adapterIds(): string[] {
  const shown = captured.peek();
  if (shown.state === 'failed') return [`failed ${shown.reason}`];
  if (shown.state !== 'done') return [];
  const { result } = shown;
  if (result.status === 'item') {
    const { item } = result;
    return [item.kind === 'mail' ? `${item.adapter} ${item.readFrom}` : item.adapter];
  }
  return [`${result.adapter ?? 'none'} ${result.status === 'none' ? result.reason : 'error'}`];
}
