import assert from 'node:assert/strict';
import { Answerer } from '../../../src/core/answer/answerer.ts';
import { TimelineLookup } from '../../../src/core/answer/timeline-lookup.ts';
import type { Action } from '../../../src/core/chat/action.ts';
import { Chat, type PressOutcome } from '../../../src/core/chat/chat.ts';
import { createCommandRegistry } from '../../../src/core/chat/commands/registry.ts';
import type { ConversationRef, PersonRef, PlaceRef } from '../../../src/core/chat/identity.ts';
import type { Block, Reply } from '../../../src/core/chat/reply.ts';
import { type Edtf, parseEdtf } from '../../../src/core/dates/edtf.ts';
import type { Library } from '../../../src/core/knowledge/library.ts';
import type { Locale } from '../../../src/core/locale.ts';
import type { QuestionWatch } from '../../../src/core/ports/question-watch.ts';
import { MemoryFeedbackStore } from '../../../src/infra/storage/memory/memory-feedback-store.ts';
import { MemoryPreferenceStore } from '../../../src/infra/storage/memory/memory-preference-store.ts';
import { article, eventYaml, libraryOf, timeline } from '../../support/knowledge-files.ts';
import { RecordingLog } from '../../support/recording-log.ts';

/** A date the test knows to be right. */
export function edtf(text: string): Edtf {
  const date = parseEdtf(text);
  assert.ok(date, text);
  return date;
}

const SOURCE = 'source: { title: Báo Thử, url: "https://example.org/bao" }\n';

/** One article of four sentences and two events, enough to answer, follow up, look up and fail. */
export const TINY_LIBRARY: Library = libraryOf(
  article(
    'quan-he',
    [
      'Việt Nam và Hoa Kỳ bình thường hóa quan hệ ngoại giao vào ngày 12 tháng 7 năm 1995. Đại sứ Pete Peterson đến Hà Nội vào tháng 5 năm 1997.',
      'Hiệp định Thương mại song phương được ký tại Washington vào ngày 13 tháng 7 năm 2000. Tổng thống Bill Clinton thăm Hà Nội vào tháng 11 năm 2000.',
    ].join('\n\n'),
    SOURCE,
  ),
  timeline(
    eventYaml('normalisation', {
      date: '1995-07-11',
      title: '{ vi: Bình thường hóa, en: Normalisation }',
      text: '{ vi: Tổng thống Bill Clinton tuyên bố bình thường hóa quan hệ với Việt Nam., en: President Bill Clinton announced the normalisation of relations with Vietnam. }',
    }),
    eventYaml('embargo', {
      date: '1994-02-03',
      title: '{ vi: Bỏ cấm vận, en: Embargo lifted }',
      text: '{ vi: Hoa Kỳ bãi bỏ lệnh cấm vận thương mại đối với Việt Nam., en: The United States lifted the trade embargo against Vietnam. }',
    }),
  ),
);

export const TODAY = edtf('2026-07-11');
/** Noon of {@link TODAY} in UTC, in milliseconds of the epoch. */
export const NOON_MS = Date.UTC(2026, 6, 11, 12);

/** The handle of the sentence of {@link TINY_LIBRARY} that begins so. */
export function handleOf(beginning: string): string {
  for (const { paragraphs } of TINY_LIBRARY.documents) {
    for (const { sentences } of paragraphs) {
      for (const { text, handle } of sentences) if (text.startsWith(beginning)) return handle;
    }
  }
  return assert.fail(`no sentence begins with ${beginning}`);
}

/** Says things to a fresh bot; a conversation goes on as long as the tests say so by its name. */
export class Talk {
  readonly #chat: Chat;
  readonly #language: Locale;
  readonly feedback = new MemoryFeedbackStore();
  readonly preferences = new MemoryPreferenceStore();
  readonly log = new RecordingLog();
  /** Those who manage the room, where it is not private. */
  readonly managers = new Set<string>();
  /** Whether everybody is in a place of their own. */
  isPrivate = true;
  /** Milliseconds of the epoch. */
  now = NOON_MS;

  constructor(
    language: Locale = 'vi',
    library: Library = TINY_LIBRARY,
    random: () => number = () => 0,
    watch?: QuestionWatch,
  ) {
    const knowledge = {
      answerer: new Answerer(library, TODAY),
      timeline: new TimelineLookup(library, TODAY),
    };
    this.#language = language;
    this.#chat = new Chat({
      knowledge: () => knowledge,
      registry: createCommandRegistry(),
      preferences: this.preferences,
      feedback: this.feedback,
      log: this.log,
      random,
      ...(watch === undefined ? {} : { watch }),
    });
  }

  /** `place:person`. */
  say(text: string, conversation = 'test:one'): Promise<Reply> {
    return this.#chat.reply({ text, ...this.#speaker(conversation) }, { now: this.now, today: TODAY });
  }

  press(action: Action, conversation = 'test:one'): Promise<PressOutcome> {
    return this.#chat.press({ action, ...this.#speaker(conversation) }, { now: this.now, today: TODAY });
  }

  #speaker(conversation: string) {
    const person = conversation.split(':').at(-1) ?? conversation;
    return {
      conversation: conversation as ConversationRef,
      person: person as PersonRef,
      place: (this.isPrivate ? conversation : 'room') as PlaceRef,
      isPrivate: this.isPrivate,
      language: this.#language,
      mayManage: async () => this.isPrivate || this.managers.has(person),
    };
  }
}

/** The only text of a reply that is nothing but a text. */
export function onlyText(reply: Reply): string {
  const [block, ...others] = reply.blocks;
  assert.deepEqual(others, []);
  assert.equal(block?.kind, 'text');
  return block?.kind === 'text' ? block.text : '';
}

/** The sentences a reply quotes. */
export const quotes = ({ blocks }: Reply): readonly string[] =>
  blocks.flatMap((block) => (block.kind === 'quote' ? [block.text] : []));

/** The blocks of one kind. */
export const blocksOf = <Kind extends Block['kind']>(
  { blocks }: Reply,
  kind: Kind,
): readonly Extract<Block, { readonly kind: Kind }>[] =>
  blocks.filter((block): block is Extract<Block, { readonly kind: Kind }> => block.kind === kind);
