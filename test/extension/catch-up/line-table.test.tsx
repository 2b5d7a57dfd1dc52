import { useState } from 'preact/hooks';
import { expect, test } from 'vitest';
import { LineTable } from '../../../extension/catch-up/LineTable.tsx';
import { changedLine, type Line } from '../../../extension/catch-up/lines.ts';
import {
  CHENGJIANG,
  contextWith,
  describe as describeItem,
  HENGCHUAN,
  mailOf,
  matchOf,
  me,
} from '../activities/samples.ts';
import { byRole, click, show } from '../ui/render.ts';

function Table({ line }: { line: Line }) {
  const [lines, setLines] = useState<readonly Line[]>([line]);
  const catchUp = {
    ...{ state: 'open' as const, left: 0, forAll: {}, lines },
    change: (key: string, part: Partial<Line>) => setLines(changedLine(lines, key, part)),
    changeAll: () => {},
    readAgain: () => {},
    saving: { error: undefined, saveAll: () => {} },
  };
  return <LineTable catchUp={catchUp} me={me} />;
}

test('whoever has said which account it is stands at its row, where J goes on', async () => {
  const captured = await describeItem(mailOf());
  const context = contextWith({ accounts: [matchOf(HENGCHUAN), matchOf(CHENGJIANG)] });
  const listed = { pageKey: captured.item.pageKey };
  show(<Table line={{ listed, state: 'read', captured, context, edits: {} }} />);
  click(byRole('button', 'Pick one'));
  click(byRole('button', CHENGJIANG.name));
  expect(document.querySelector('[data-line]')?.textContent).toContain(CHENGJIANG.name);
  expect(document.activeElement).toBe(byRole('button', 'Change'));
});
