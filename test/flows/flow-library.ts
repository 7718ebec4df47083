import { Answerer } from '../../src/core/answer/answerer.ts';
import { TimelineLookup } from '../../src/core/answer/timeline-lookup.ts';
import { Chat } from '../../src/core/chat/chat.ts';
import { createCommandRegistry } from '../../src/core/chat/commands/registry.ts';
import type { SubscriptionId } from '../../src/core/daily/subscription.ts';
import { openStorage } from '../../src/infra/storage/open-storage.ts';
import { NOON_MS, TODAY } from '../core/chat/tiny-chat.ts';
import { article, eventYaml, libraryOf, timeline } from '../support/knowledge-files.ts';

const SOURCE = 'source: { title: Báo Thử, url: "https://example.org/bao" }\n';

/** More than a page of events in one year. */
const LONG_YEAR = Array.from({ length: 18 }, (_, index) =>
  eventYaml(`viec-${index + 1}`, {
    date: `1990-02-${String(index + 1).padStart(2, '0')}`,
    title: `{ vi: Việc thứ ${index + 1}, en: Matter ${index + 1} }`,
    text: `{ vi: Hai bên bàn việc thứ ${index + 1}., en: Both sides discussed matter ${index + 1}. }`,
  }),
);

/** What the flows talk about. */
export const FLOW_LIBRARY = libraryOf(
  article(
    'quan-he',
    [
      'Việt Nam và Hoa Kỳ bình thường hóa quan hệ ngoại giao vào ngày 12 tháng 7 năm 1995. Đại sứ Pete Peterson đến Hà Nội vào tháng 5 năm 1997.',
      'Hiệp định Thương mại song phương được ký tại Washington vào ngày 13 tháng 7 năm 2000. Tổng thống Bill Clinton thăm Hà Nội vào tháng 11 năm 2000.',
    ].join('\n\n'),
    SOURCE,
  ),
  timeline(
    eventYaml('embargo', {
      date: '1994-02-03',
      title: '{ vi: Bỏ cấm vận, en: Embargo lifted }',
      text: '{ vi: Hoa Kỳ bãi bỏ lệnh cấm vận thương mại đối với Việt Nam., en: The United States lifted the trade embargo against Vietnam. }',
    }),
    eventYaml('obama', {
      date: '2016-05-23',
      title: '{ vi: Tổng thống Barack Obama thăm Việt Nam, en: President Barack Obama visits Vietnam }',
      text: '{ vi: Tổng thống Barack Obama thăm chính thức Việt Nam và gặp gỡ doanh nhân trẻ., en: President Barack Obama paid an official visit to Vietnam and met young entrepreneurs. }',
    }),
    ...LONG_YEAR,
  ),
);

/** A bot without a platform that knows {@link FLOW_LIBRARY} and can do all that the bot can. */
export async function createFlowChat() {
  const knowledge = {
    answerer: new Answerer(FLOW_LIBRARY, TODAY),
    timeline: new TimelineLookup(FLOW_LIBRARY, TODAY),
  };
  const { preferences, feedback, subscriptions, ledger } = await openStorage({ kind: 'memory' });
  const registry = createCommandRegistry();
  let count = 0;
  const chat = new Chat({
    knowledge: () => knowledge,
    registry,
    preferences,
    feedback,
    daily: {
      store: subscriptions,
      ledger,
      clock: { now: () => NOON_MS },
      defaultZone: 'Asia/Ho_Chi_Minh',
      newId: () => {
        count += 1;
        return `subscription-${count}` as SubscriptionId;
      },
      sendTest: async () => {
        throw new Error('No flow sends a test post.');
      },
    },
    random: () => 0,
  });
  return { chat, registry };
}
