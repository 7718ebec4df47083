import { inEveryLanguage } from '../words/words.ts';
import { argumentOf } from './argument.ts';
import { source } from './citations.ts';
import { defineCommand } from './command.ts';

/** A link that opens the bot at a citation carries this before the handle. */
const CITATION = /^c_(\w+)$/;

/** `/start`: says hello, or opens the citation that a link led to. */
export const start = defineCommand({
  name: 'start',
  aliases: ['batdau'],
  summary: inEveryLanguage((words) => words.commands.start),
  argument: argumentOf('opening', false),
  run: (opening, context) => {
    const { language, words } = context;
    const handle = CITATION.exec(opening)?.[1];
    if (handle !== undefined) return source.run(handle, context);
    return {
      language,
      blocks: [
        { kind: 'heading', text: words.welcome },
        { kind: 'text', text: words.helpIntro },
        { kind: 'text', text: words.helpUnknown },
        { kind: 'text', text: words.tryAsking },
        {
          kind: 'choices',
          choices: words.sampleQuestions.map((question) => ({ label: question, say: question })),
        },
      ],
    };
  },
});
