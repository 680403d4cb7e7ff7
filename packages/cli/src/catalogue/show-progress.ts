import type { PreparedEntry } from './prepared-folder.js';

export type OnEntry = (done: number, total: number, entry: PreparedEntry) => void;

const barWidth = 30;

/** A bar on a terminal; elsewhere a line for every tenth, and in both one for each product without a garment. */
export function showProgress(write: (text: string) => void, isTerminal: boolean): OnEntry {
  return (done, total, { id, error }) => {
    if (error) write(`${isTerminal ? '\r\x1b[K' : ''}${id}: ${error}\n`);
    const share = done / total;
    if (isTerminal) {
      const filled = Math.round(share * barWidth);
      const bar = `${'#'.repeat(filled)}${'.'.repeat(barWidth - filled)}`;
      write(`\r[${bar}] ${done} of ${total}${done === total ? '\n' : ''}`);
    } else if (Math.floor(share * 10) > Math.floor(((done - 1) / total) * 10)) write(`${done} of ${total}\n`);
  };
}
