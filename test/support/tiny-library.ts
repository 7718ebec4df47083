import type { KnowledgeFile } from '../../src/core/knowledge/knowledge-file.ts';
import type { Library } from '../../src/core/knowledge/library.ts';
import type { Locale } from '../../src/core/locale.ts';
import { eventYaml, file, libraryOf, timeline } from './knowledge-files.ts';

/** An article of which a test says only what matters to it. */
export interface TinyArticle {
  /** `bai-<n>` when the test does not care. */
  readonly id?: string;
  readonly title?: string;
  readonly language?: Locale;
  /** Further lines of the front matter. */
  readonly more?: string;
  readonly paragraphs: readonly string[];
}

/** An event as the keys of its YAML, each with its value written out. */
export interface TinyEvent {
  readonly id: string;
  readonly keys: Readonly<Record<string, string>>;
}

export interface TinyKnowledge {
  readonly articles?: readonly TinyArticle[];
  readonly events?: readonly TinyEvent[];
  /** Entries of the glossary, each a YAML flow map such as `{ kind: term, vi: [máy bay], en: [aircraft] }`. */
  readonly glossary?: readonly string[];
}

/** A library read from files in memory, in the same way as a knowledge folder. */
export function tinyLibrary({ articles = [], events = [], glossary = [] }: TinyKnowledge): Library {
  const files: KnowledgeFile[] = articles.map(articleFile);
  if (events.length > 0) files.push(timeline(...events.map(({ id, keys }) => eventYaml(id, keys))));
  if (glossary.length > 0)
    files.push(file('glossary.yaml', glossary.map((entry) => `- ${entry}\n`).join('')));
  return libraryOf(...files);
}

/** Articles of one sentence each, so that no sentence gets help from another. */
export const apart = (...sentences: readonly string[]): readonly TinyArticle[] =>
  sentences.map((sentence) => ({ paragraphs: [sentence] }));

function articleFile({ id, title, language, more, paragraphs }: TinyArticle, index: number): KnowledgeFile {
  const name = id ?? `bai-${index + 1}`;
  const header = [`id: ${name}`, `title: ${JSON.stringify(title ?? 'Tựa')}`, `language: ${language ?? 'vi'}`];
  if (more !== undefined) header.push(more.trimEnd());
  return file(`articles/${name}.md`, `---\n${header.join('\n')}\n---\n\n${paragraphs.join('\n\n')}\n`);
}

/**
 * Sentences that answer none of the tests' questions. How telling a word is follows from how rare it is, which means
 * nothing in a library of three sentences; these give it everyday proportions.
 */
export const BACKGROUND: readonly TinyArticle[] = [
  {
    id: 'nen-1',
    title: 'Chuyện chợ nổi',
    paragraphs: [
      'Chợ nổi họp từ sáng sớm trên sông. Người bán treo hàng lên cây sào cho khách dễ thấy. Ghe chở trái cây đậu sát nhau thành hàng dài.',
      'Nhiều gia đình sống trên ghe quanh năm. Trẻ con học bơi trước khi học chữ. Buổi trưa chợ vắng dần.',
    ],
  },
  {
    id: 'nen-2',
    title: 'Nghề làm gốm',
    paragraphs: [
      'Làng gốm nằm bên bờ sông Hồng. Thợ gốm nhào đất bằng chân. Mỗi mẻ gốm nung trong lò suốt ba đêm. Men xanh là men khó pha nhất.',
      'Người trẻ trong làng ít theo nghề cũ. Vài xưởng mở lớp dạy khách tham quan nặn bình.',
    ],
  },
  {
    id: 'nen-3',
    title: 'Mưa và nắng',
    paragraphs: [
      'Miền Bắc có mùa đông lạnh. Miền Nam chỉ có mùa khô và mùa mưa. Cơn mưa chiều thường đến nhanh rồi tạnh.',
      'Nông dân nhìn mây đoán thời tiết. Đài báo bão phát tin mỗi giờ. Gió mùa thổi từ biển vào đất liền.',
    ],
  },
  {
    id: 'nen-4',
    title: 'Tea houses',
    language: 'en',
    paragraphs: [
      'Tea is served in small cups. The older houses keep a garden behind the kitchen. Guests sit on low stools near the door.',
      'Lotus tea is scented overnight. A good host refills every cup. Nobody hurries here.',
    ],
  },
  {
    id: 'nen-5',
    title: 'Street football',
    language: 'en',
    paragraphs: [
      'Children play football in the alley after school. The goal is two sandals. A neighbour keeps the score on a wall.',
      'Matches end when the street lights go on. Losing teams buy the lemonade.',
    ],
  },
];
