import type { Locale } from '../../locale.ts';
import { isForReadersOf } from '../own-language.ts';
import { entryBlock } from '../timeline-reply.ts';
import { inEveryLanguage } from '../words/words.ts';
import { type Command, type CommandArgument, defineCommand } from './command.ts';

/** `/random`: any event of the timeline. */
export const random = defineCommand({
  name: 'random',
  aliases: ['ngaunhien'],
  localName: 'ngẫu-nhiên',
  summary: inEveryLanguage((words) => words.commands.random),
  run: (_, { answerer, language, words, random: draw }) => {
    const { articles, events } = answerer.library;
    const event = events[Math.floor(draw() * events.length)];
    if (event === undefined)
      return { language, blocks: [{ kind: 'text', text: words.sourcesIntro(articles.length, 0) }] };
    return { language, blocks: [entryBlock({ kind: 'event', date: event.date, event }, language)] };
  },
});

/** `/sources`: what there is to quote from. */
export const sources = defineCommand({
  name: 'sources',
  aliases: ['tulieu'],
  localName: 'tư-liệu',
  summary: inEveryLanguage((words) => words.commands.sources),
  run: (_, { answerer, language, words }) => {
    const { articles, events } = answerer.library;
    return {
      language,
      blocks: [
        { kind: 'text', text: words.sourcesIntro(articles.length, events.length) },
        ...articles
          .filter((article) => isForReadersOf(article, language, answerer.library))
          .map((article) => ({ kind: 'text' as const, text: `• ${article.title}` })),
      ],
    };
  },
});

function argumentHint(argument: CommandArgument | undefined, language: Locale): string {
  if (argument === undefined) return '';
  const name = argument.name[language];
  return argument.required ? ` <${name}>` : ` [${name}]`;
}

/** Help lists the commands of the registry it is part of, so it is made when the registry is. */
export function createHelp(commands: () => readonly Command[]): Command {
  return defineCommand({
    name: 'help',
    aliases: ['trogiup'],
    localName: 'trợ-giúp',
    summary: inEveryLanguage((words) => words.commands.help),
    run: (_, { language: spoken, words }) => ({
      language: spoken,
      blocks: [
        { kind: 'text', text: words.helpIntro },
        { kind: 'text', text: words.helpUnknown },
        ...commands().map((command) => {
          const name = spoken === 'vi' ? (command.aliases[0] ?? command.name) : command.name;
          const argument = argumentHint(command.argument, spoken);
          return { kind: 'text' as const, text: `/${name}${argument} – ${command.summary[spoken]}` };
        }),
      ],
    }),
  });
}
