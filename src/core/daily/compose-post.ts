import type { ReplyButton } from '../chat/action.ts';
import type { Block, Reply } from '../chat/reply.ts';
import { wordsIn } from '../chat/words/words.ts';
import { sameDayOfAnyYear } from '../dates/anniversaries.ts';
import type { Edtf } from '../dates/edtf.ts';
import { writeDate } from '../dates/write-dates.ts';
import { DEFAULT_LOCALE, LOCALES, type Locale } from '../locale.ts';
import { RecentMap } from '../recent-map.ts';
import { bestFirst, ENTRIES_AT_ONCE } from './best-first.ts';
import { entriesOfDay, type PostKnowledge, yearOf } from './day-entries.ts';
import { dayBlock } from './entry-blocks.ts';
import type { PostLanguage, PostSettings } from './subscription.ts';
import { substituteFor } from './substitutes.ts';

/** What a post is made by. */
export type PostContents = Pick<PostSettings, 'language' | 'topics' | 'emptyDays'>;

/** What goes out on a day. */
export type ComposedPost =
  | { readonly kind: 'post'; readonly reply: Reply }
  /** Nothing is known of the day, and the subscriber wants no substitute. */
  | { readonly kind: 'empty' };

/** Makes posts from what is known at the moment. */
export interface PostComposer {
  compose(contents: PostContents, day: Edtf): ComposedPost;
}

/** Most places choose the same; so many different posts are kept. */
const POSTS_KEPT = 50;

/**
 * A composer whose knowledge is asked for at every post, so that a reload takes effect at once. What was composed of
 * late from the same is not composed again.
 */
export function createPostComposer(knowledge: () => PostKnowledge): PostComposer {
  // A library that is served no longer is not kept for the sake of its posts.
  const keptOf = new WeakMap<PostKnowledge['library'], RecentMap<string, ComposedPost>>();
  return {
    compose: (contents, day) => {
      const current = knowledge();
      const kept = keptOf.get(current.library) ?? new RecentMap<string, ComposedPost>(POSTS_KEPT);
      keptOf.set(current.library, kept);
      const { language, topics, emptyDays } = contents;
      const key = [day, language, emptyDays, ...topics].join(' ');
      const composed = kept.get(key) ?? composePost(contents, day, current);
      kept.set(key, composed);
      return composed;
    },
  };
}

/** The post of a day (precise to the day): the same whenever it is asked for, as long as the knowledge is the same. */
export function composePost(contents: PostContents, day: Edtf, knowledge: PostKnowledge): ComposedPost {
  const parts = languagesOf(contents.language).map((language) => ({
    language,
    part: partIn(language, contents, day, knowledge),
  }));
  const [first] = parts;
  const blocks = parts.flatMap(({ part }) => part?.blocks ?? []);
  if (first === undefined || blocks.length === 0) return { kind: 'empty' };
  const more = parts.flatMap(({ part }) => part?.more ?? []).slice(0, 1);
  return { kind: 'post', reply: { language: first.language, blocks, buttons: more } };
}

/** The languages of a post, the first being that of its buttons. */
export const languagesOf = (language: PostLanguage): readonly Locale[] =>
  language === 'both' ? LOCALES : [language];

/** The language in which a place is spoken to that has its posts in one or both. */
export const mainLanguageOf = (language: PostLanguage): Locale => languagesOf(language)[0] ?? DEFAULT_LOCALE;

interface Part {
  readonly blocks: readonly Block[];
  readonly more: readonly ReplyButton[];
}

/** A post in one language; undefined on an empty day that is to be skipped. */
function partIn(
  language: Locale,
  { topics, emptyDays }: PostContents,
  day: Edtf,
  knowledge: PostKnowledge,
): Part | undefined {
  const { post } = wordsIn(language).daily;
  const sameDay = sameDayOfAnyYear(day) ?? day;
  const written = writeDate(sameDay, language, 'long');
  const entries = bestFirst(entriesOfDay(day, topics, knowledge, language), yearOf(day));
  if (entries.length === 0) {
    const substitute = emptyDays === 'skip' ? undefined : substituteFor(day, topics, knowledge, language);
    if (substitute === undefined) return undefined;
    const nothing = topics.length === 0 ? post.nothing(written) : post.nothingOnTopics(written);
    return { blocks: [{ kind: 'text', text: nothing }, ...substitute.blocks], more: [] };
  }
  const shown = entries.slice(0, ENTRIES_AT_ONCE);
  return {
    blocks: [
      { kind: 'heading', text: post.onThisDay(written) },
      ...shown.flatMap((entry) => dayBlock(entry, language, knowledge.library)),
    ],
    more:
      entries.length <= shown.length
        ? []
        : [
            {
              label: post.more,
              action: { kind: 'page', command: 'today', argument: sameDay, page: 1, language },
            },
          ],
  };
}
