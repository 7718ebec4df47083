import type { Reply } from '../core/chat/reply.ts';
import { renderReply, widthFor } from '../platforms/terminal/render.ts';
import { createStyle } from '../platforms/terminal/style.ts';
import type { CommandLineContext } from './command-line-context.ts';

/** Renders replies as wide and as coloured as the output of this command line. */
export function createReplyRenderer({
  coloured,
  streams,
}: Pick<CommandLineContext, 'coloured' | 'streams'>): (reply: Reply) => string {
  const style = createStyle(coloured);
  const width = widthFor(streams.output.columns);
  return (reply) => renderReply(reply, style, width);
}
