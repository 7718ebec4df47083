import type { Source } from '../../knowledge/source.ts';
import type { CheckContext } from '../check-context.ts';
import type { Rule, RuleFinding } from '../finding.ts';

/** Where a list of sources stands. */
interface SourceList {
  readonly file: string;
  readonly subject: string;
  readonly sources: readonly Source[];
  lineOf(words: string): number;
}

/** A web address that cannot be right, an address given twice, or one address under two titles. */
export const sources: Rule = {
  name: 'sources',
  catches: 'A source with an unusable address, listed twice, or under two titles within a file.',
  *find(context) {
    const titles = new Map<string, string>();
    for (const list of sourceLists(context)) {
      const seen = new Set<string>();
      for (const { title, url } of list.sources) {
        if (url === undefined) continue;
        const finding = (message: string, remedy: string): RuleFinding => ({
          file: list.file,
          line: list.lineOf(url),
          message,
          remedy,
          subject: list.subject,
        });
        const flaw = flawOf(url);
        if (flaw !== undefined)
          yield finding(`The address ${url} ${flaw}.`, 'Copy the address again from the page.');
        const page = pageOf(url);
        if (seen.has(page)) yield finding(`The source ${url} is listed twice.`, 'Keep one of the two.');
        seen.add(page);
        const inFile = `${list.file}\n${page}`;
        const known = titles.get(inFile);
        if (known === undefined) titles.set(inFile, title);
        else if (known !== title)
          yield finding(
            `The source ${url} is called "${title}" here and "${known}" before.`,
            'Give it one title.',
          );
      }
    }
  },
};

function sourceLists({ articles, events }: CheckContext): readonly SourceList[] {
  return [
    ...articles.map(({ article, file, lineOf }) => ({
      file,
      subject: article.id,
      sources: article.sources,
      lineOf,
    })),
    ...events.map(({ event, file, lineOf }) => ({
      file,
      subject: event.id,
      sources: event.sources,
      lineOf,
    })),
  ];
}

/** What is wrong with an address that the reader has accepted as one. */
function flawOf(url: string): string | undefined {
  if (/[.,;:)\]'…]$/.test(url) && !isOwnEnd(url)) return 'ends with a mark that is not part of it';
  if (/[<>"{}|\\^`…]/.test(url)) return 'holds a character that no address can have';
  const { hostname } = new URL(url);
  if (!/\.[a-z][a-z0-9-]+\.?$/i.test(hostname)) return 'names no host of the web';
  return undefined;
}

/** "…/Lotus_(plant)" and "…/Washington,_D.C." end with a mark of their own. */
const isOwnEnd = (url: string): boolean =>
  /[._/-]\p{L}{1,2}\.$/u.test(url) || (url.endsWith(')') && url.split('(').length === url.split(')').length);

/** The page of an address, however it was written. */
const pageOf = (url: string): string =>
  url
    .replace(/^https?:\/\/(?:www\.)?/i, '')
    .replace(/#.*$/, '')
    .replace(/\/$/, '');
