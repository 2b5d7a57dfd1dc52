import { readFileSync } from 'node:fs';
import { cpus, totalmem } from 'node:os';
import { fromRoot } from '../../scripts/root.ts';
import type { Measured } from './measure.ts';
import type { Times } from './times.ts';

type Row = readonly string[];

/** A table of Markdown: reads well in a terminal, and goes into docs/performance.md as it is. */
export function table(head: Row, rows: readonly Row[]): string {
  const all = [head, ...rows];
  const widths = head.map((_, column) => Math.max(...all.map((row) => [...(row[column] ?? '')].length)));
  const line = (row: Row) =>
    `| ${row.map((cell, i) => (i === 0 ? cell.padEnd(widths[i] ?? 0) : cell.padStart(widths[i] ?? 0))).join(' | ')} |`;
  const rule = `| ${widths.map((width, i) => (i === 0 ? '-'.repeat(width) : `${'-'.repeat(width - 1)}:`)).join(' | ')} |`;
  return [line(head), rule, ...rows.map(line)].join('\n');
}

export const ms = (value: number): string => value.toFixed(value < 10 ? 1 : 0);
export const both = ({ p50, p95 }: Times): string => `${ms(p50)} (${ms(p95)})`;
const times = (ratio: number): string => `${ratio.toFixed(2)} ×`;

/** Under which runner, on which kind of machine. */
export function runner(): string {
  const version = (name: string) =>
    JSON.parse(readFileSync(fromRoot('node_modules', name, 'package.json'), 'utf8')).version;
  const gigabytes = Math.round(totalmem() / 2 ** 30);
  return `wrangler dev ${version('wrangler')} (workerd, local D1), node ${process.versions.node}, ${cpus().length} cores, ${gigabytes} GB, ${process.platform} ${process.arch}; client, server and database on this one machine`;
}

export function aloneTable(measured: readonly Measured[]): string {
  const head = ['operation', 'p50 (p95) ms', 'floor', 'ratio', 'net', 'aim', 'trips', 'read', 'written'];
  const rows = measured.map((one) => {
    const {
      name,
      aim,
      cost,
      alone: { floor, operation },
    } = one;
    return [
      ...[name, both(operation), both(floor), times(operation.p50 / floor.p50), times(netOf(one))],
      ...[`≤ ${aim} ×`, ...[cost.trips, cost.rowsRead, cost.rowsWritten].map(String)],
    ];
  });
  return table(head, rows);
}

/** What a request costs before any of our code runs, taken from both sides. */
function netOf({ calls, alone: { empty, floor, operation } }: Measured): number {
  const runners = empty.p50 * calls;
  return (operation.p50 - runners) / (floor.p50 - runners);
}

export function sixteenTable(measured: readonly Measured[]): string {
  const head = ['operation', 'p50 (p95) ms', 'per second', 'floor', 'floor per second', 'ratio'];
  const rows = measured.map(({ name, sixteen: { floor, operation } }) => [
    ...[name, both(operation), ms(operation.perSecond), both(floor), ms(floor.perSecond)],
    times(floor.perSecond / operation.perSecond),
  ]);
  return table(head, rows);
}
