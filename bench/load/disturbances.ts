import { appendFileSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import Database from 'libsql';
import type { TelegramServer } from '../../test/support/telegram/telegram-server.ts';

/** From and to, in milliseconds since the traffic began. */
export interface Interval {
  readonly from: number;
  readonly to: number;
}

/** Another process (this one) has the database file for itself for so long; nobody else can write. */
export async function holdDatabase(file: string, ms: number): Promise<void> {
  const database = new Database(file, { timeout: 5000 });
  try {
    database.exec('begin exclusive');
    await sleep(ms);
    database.exec('rollback');
  } finally {
    database.close();
  }
}

/** Telegram is away: half of the time nobody listens, then its front answers 502. What people write waits there. */
export async function loseTelegram(server: TelegramServer, ms: number): Promise<void> {
  await server.goDark();
  await sleep(ms / 2);
  const isOut = { kind: 'server-error', count: Number.POSITIVE_INFINITY } as const;
  const orders = [server.failNext(isOut), server.failNext({ ...isOut, method: 'getUpdates' })];
  await server.comeBack();
  await sleep(ms / 2);
  for (const order of orders) order.release();
}

/** A sentence that an editor adds while the bot runs, and a question that only it answers. */
export const ADDED = {
  sentence:
    'Cầu đi bộ Kim Sơn mang tên nhà thực vật học Elmer Whitfield được khánh thành tại Hội An ngày 3 tháng 2 năm 2019.',
  question: 'Cầu đi bộ Kim Sơn khánh thành ngày nào?',
  words: 'Elmer Whitfield',
} as const;

/** Saves an article with another sentence. */
export function editKnowledge(article: string): void {
  appendFileSync(article, `\n${ADDED.sentence}\n`);
}
