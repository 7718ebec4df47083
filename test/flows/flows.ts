import { TOPIC_LIFETIME_MS } from '../../src/core/chat/conversation-memory.ts';
import { type Words, wordsIn } from '../../src/core/chat/words/words.ts';
import { sentencesOf } from '../support/knowledge-files.ts';
import type { Flow, Step } from './flow.ts';
import { FLOW_LIBRARY } from './flow-library.ts';

const vi: Words = wordsIn('vi');
const en: Words = wordsIn('en');

const TREATY = 'Hiệp định Thương mại song phương được ký tại Washington vào ngày 13 tháng 7 năm 2000.';
const TREATY_HANDLE = sentencesOf(FLOW_LIBRARY, 'quan-he').find(({ text }) => text === TREATY)?.handle;
const CLINTON = 'Tổng thống Bill Clinton thăm Hà Nội vào tháng 11 năm 2000.';
const VISIT = 'Tổng thống Barack Obama thăm Việt Nam khi nào?';
const EMBARGO = 'Hoa Kỳ bãi bỏ lệnh cấm vận thương mại đối với Việt Nam.';
const EMBARGO_EN = 'The United States lifted the trade embargo against Vietnam.';

const says = (text: string, tells: readonly string[], more: Partial<Step> = {}): Step => ({
  does: { kind: 'says', text },
  tells,
  ...more,
});
const chooses = (label: string, say: string, tells: readonly string[], more: Partial<Step> = {}): Step => ({
  does: { kind: 'chooses', label, say },
  tells,
  ...more,
});
const NO_BUTTONS = { terminal: 'a terminal has no buttons' };
const presses = (label: string, tells: readonly string[], more: Partial<Step> = {}): Step => ({
  does: { kind: 'presses', label },
  tells,
  lacking: NO_BUTTONS,
  ...more,
});
const NO_START = { 'discord commands': 'nothing has to be started on Discord' };
const NO_POSTS = { terminal: 'a terminal is nowhere to post to' };
const POSTS = {
  telegram: 'posts are possible',
  'discord messages': 'posts are possible',
  'discord commands': 'posts are possible',
};
const NOT_REGISTERED = { 'discord commands': 'Discord offers only what is registered' };

/** What is run on every platform. */
export const FLOWS: readonly Flow[] = [
  {
    name: 'a question is answered with its date, its sentence and its source',
    steps: [
      says('Hiệp định Thương mại song phương được ký khi nào?', [
        'ngày 13 tháng 7 năm 2000',
        TREATY,
        'Báo Thử',
      ]),
    ],
  },
  {
    name: 'a question without diacritics has the same answer',
    steps: [says('hiep dinh thuong mai song phuong duoc ky khi nao', [TREATY, 'Báo Thử'])],
  },
  {
    name: 'a follow-up goes on from the answer before',
    steps: [
      says('Hiệp định Thương mại song phương được ký khi nào?', [TREATY]),
      says('ở đâu?', ['Washington', TREATY]),
      says('nói thêm đi', [CLINTON]),
      says('/more', ['Pete Peterson']),
    ],
  },
  {
    name: 'going on from nothing says so',
    steps: [says('nói thêm đi', [vi.nothingToContinue]), says('/more', [vi.nothingToContinue])],
  },
  {
    name: 'a date tells what happened on it',
    steps: [
      says('/date 3/2/1994', ['ngày 3 tháng 2 năm 1994', 'Bỏ cấm vận', EMBARGO]),
      says('/ngay tháng 7 năm 2000', ['tháng 7 năm 2000', TREATY]),
      says('/date 5/5/1951', [vi.noEvents('ngày 5 tháng 5 năm 1951')]),
      says('/date 31/2/1994', [vi.impossibleDate('31/2/1994')]),
      says('/date bao giờ', [vi.dateUnreadable('bao giờ')]),
    ],
  },
  {
    name: 'a date that can be two days is asked back',
    steps: [
      says('/language en', [en.languageSet]),
      says('/date 2/3/1994', [en.ambiguousDate('2/3/1994')], {
        offers: ['February 3, 1994', 'March 2, 1994'],
      }),
      chooses('February 3, 1994', '/date 1994-02-03', ['Embargo lifted', EMBARGO_EN]),
    ],
  },
  {
    name: 'a long timeline has pages',
    steps: [
      says('/timeline 1990', [vi.eventsOn('năm 1990', 18), 'Việc thứ 15', vi.moreEvents(3)], {
        neverTells: ['Việc thứ 16'],
      }),
      presses(vi.next, ['Việc thứ 16', 'Việc thứ 18'], {
        neverTells: ['Việc thứ 15'],
        lacking: { terminal: 'a terminal has no buttons; a shorter period tells the rest' },
      }),
      presses(vi.previous, ['Việc thứ 15'], { neverTells: ['Việc thứ 16'] }),
    ],
  },
  {
    name: 'this day in any year is told, and a day without events too',
    steps: [
      says('/today 3/2', [vi.onThisDay('ngày 3 tháng 2'), EMBARGO]),
      says('/homnay 1/1', [vi.noEventToday('ngày 1 tháng 1')]),
    ],
  },
  {
    name: 'what is not known is said to be so, with questions that can be answered',
    steps: [
      says('Giá vàng hôm nay ở Luân Đôn thế nào?', [vi.notKnown], { neverTells: ['Báo Thử'], offers: [] }),
      says('Tổng thống Richard Nixon gặp Lê Đức Thọ ở đâu?', [vi.notKnown, vi.suggestionsIntro], {
        offers: [VISIT],
      }),
      chooses(VISIT, VISIT, ['23/5/2016', 'gặp gỡ doanh nhân trẻ']),
    ],
  },
  {
    name: 'the context of a sentence opens and closes',
    steps: [
      says('Hiệp định Thương mại song phương được ký khi nào?', [TREATY], { neverTells: [CLINTON] }),
      presses(vi.buttons.context, [vi.contextOf('Tựa'), TREATY, CLINTON]),
      presses(vi.buttons.quote, [TREATY], { neverTells: [CLINTON] }),
      says(`/nguon ${TREATY_HANDLE}`, [vi.contextOf('Tựa'), TREATY, CLINTON]),
      says('/source zzzzz', [vi.unknownHandle('zzzzz')]),
    ],
  },
  {
    name: 'an answer turns into the other language and back',
    steps: [
      says('Lệnh cấm vận thương mại được bãi bỏ khi nào?', [EMBARGO]),
      presses('English', [EMBARGO_EN]),
      presses('Tiếng Việt', [EMBARGO]),
    ],
  },
  {
    name: 'a question in English is answered in English',
    steps: [says('When was the trade embargo lifted?', [EMBARGO_EN])],
  },
  {
    name: 'a vote is thanked for, and forgotten when asked to',
    steps: [
      says('Hiệp định Thương mại song phương được ký khi nào?', [TREATY]),
      presses('👍', [vi.voteThanks]),
      says('/forget', [vi.forgotPerson(1), vi.forgotPlace(0)], {
        lacking: { terminal: 'nothing was voted there' },
      }),
      says('/xoadulieu', [vi.forgotPerson(0)]),
      says('/more', [vi.nothingToContinue]),
      says('/forget everything else', [vi.forgetUnknown]),
    ],
  },
  {
    name: 'the language is chosen in the settings and forgotten with them',
    steps: [
      says('/settings', [vi.settings], { offers: ['English'] }),
      chooses('English', '/language en', [en.languageSet]),
      says('/caidat', [en.settings], { offers: ['Tiếng Việt'] }),
      says('/language klingon', [en.languageUnknown]),
      says('/forget', [en.forgotPerson(0), en.forgotPlace(1)]),
      says('/settings', [vi.settings]),
    ],
  },
  {
    name: 'what is stored is told',
    steps: [
      says('/privacy', [
        vi.privacyKept(TOPIC_LIFETIME_MS / 60_000),
        vi.privacyStored,
        vi.privacyNever,
        vi.privacyForget,
      ]),
    ],
  },
  {
    name: 'a statement is held against the sources',
    steps: [
      says('/check Hiệp định Thương mại song phương được ký năm 1999.', [vi.verdicts.conflicts, TREATY]),
      says('/kiemchung Hiệp định Thương mại song phương được ký năm 2000.', [vi.verdicts.supports, TREATY]),
    ],
  },
  {
    name: 'a daily post can be looked at beforehand, and subscribed where there is a place for it',
    steps: [
      says('/daily preview 3/2', ['3 tháng 2', EMBARGO]),
      says('/daily', [vi.daily.heading, vi.daily.intro], { lacking: NO_POSTS }),
      says('/moingay đăng ký 8h', [vi.daily.subscribed], { lacking: NO_POSTS }),
      says('/daily hủy', [], { lacking: NO_POSTS }),
      says('/moingay đăng ký 8h', [vi.daily.unavailable], { lacking: POSTS }),
    ],
  },
  {
    name: 'what there is to read is told, and something of it at random',
    steps: [says('/sources', [vi.sourcesIntro(1, FLOW_LIBRARY.events.length)]), says('/random', [])],
  },
  {
    name: 'the help names every command',
    steps: [says('/help', [vi.helpIntro, '/ask', '/date', '/timeline', '/check', '/privacy', '/forget'])],
  },
  {
    name: 'a greeting offers questions',
    steps: [
      says('/start', [vi.welcome], {
        offers: vi.sampleQuestions,
        lacking: NO_START,
      }),
      chooses(vi.sampleQuestions[0], vi.sampleQuestions[0], ['bình thường hóa quan hệ ngoại giao'], {
        lacking: NO_START,
      }),
    ],
  },
  {
    name: 'an unknown command is named, and nothing is done',
    steps: [says('/bogus 1', [vi.unknownCommand('bogus')], { lacking: NOT_REGISTERED })],
  },
  {
    name: 'a command without its words asks for them',
    steps: [
      says('/check', ['/check', vi.arguments.claim], {
        lacking: { 'discord commands': 'Discord sends no command without what it must have' },
      }),
    ],
  },
];
