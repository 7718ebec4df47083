import { TimelineLookup } from '../../../src/core/answer/timeline-lookup.ts';
import type { Block, Reply } from '../../../src/core/chat/reply.ts';
import { composePost, type PostContents } from '../../../src/core/daily/compose-post.ts';
import type { PostKnowledge } from '../../../src/core/daily/day-entries.ts';
import type { Library } from '../../../src/core/knowledge/library.ts';
import { edtf } from '../../core/chat/tiny-chat.ts';
import { type TinyEvent, tinyLibrary } from '../tiny-library.ts';

/** An event of which a test says only what matters to it; its title is its id. */
export const happening = (
  id: string,
  date: string,
  keys: Readonly<Record<string, string>> = {},
): TinyEvent => ({
  id,
  keys: { date, title: `{ vi: ${id}, en: ${id} }`, ...keys },
});

/** Knowledge made of these events. */
export const knowledgeOf = (...events: readonly TinyEvent[]): PostKnowledge =>
  postKnowledge(tinyLibrary({ events }));

export const postKnowledge = (library: Library): PostKnowledge => ({
  library,
  timeline: new TimelineLookup(library, edtf('2026-07-11')),
});

export const CONTENTS: PostContents = { language: 'vi', topics: [], emptyDays: 'skip' };

/** The reply of a day's post; undefined when there is none. */
export function postOf(
  day: string,
  knowledge: PostKnowledge,
  changes: Partial<PostContents> = {},
): Reply | undefined {
  const composed = composePost({ ...CONTENTS, ...changes }, edtf(day), knowledge);
  return composed.kind === 'post' ? composed.reply : undefined;
}

/** The events a post tells. */
export const eventsOf = (reply: Reply | undefined): readonly Extract<Block, { readonly kind: 'event' }>[] =>
  (reply?.blocks ?? []).flatMap((block) => (block.kind === 'event' ? [block] : []));
