import type { Localized } from '../../locale.ts';
import { fold } from '../../text/fold.ts';
import { inEveryLanguage, type Words } from '../words/words.ts';

/** What `/daily` can do, by the first words of its argument. */
export interface DailyAction {
  readonly name: keyof Words['daily']['actions'];
  /** Other beginnings, folded; longer ones may begin with shorter ones. */
  readonly aliases: readonly string[];
  readonly summary: Localized;
  /** Only for those who manage the place. */
  readonly forManagers: boolean;
  /** What may follow. */
  readonly takes: 'settings' | 'day' | 'nothing';
}

const action = (
  name: DailyAction['name'],
  takes: DailyAction['takes'],
  forManagers: boolean,
  aliases: readonly string[],
): DailyAction => ({
  name,
  aliases,
  takes,
  forManagers,
  summary: inEveryLanguage((words) => words.daily.actions[name]),
});

/** The sub-commands, in the order in which they are offered; platforms with real sub-commands register these. */
export const DAILY_ACTIONS: readonly DailyAction[] = [
  action('subscribe', 'settings', true, [
    'sub',
    'on',
    'set',
    'start',
    'dang ky',
    'dangky',
    'bat',
    'dat',
    'doi',
    'theo doi',
  ]),
  action('preview', 'day', false, ['show', 'xem truoc', 'xemtruoc', 'xem thu', 'xem']),
  action('status', 'nothing', false, ['trang thai', 'trangthai', 'tinh trang']),
  action('pause', 'nothing', true, ['tam dung', 'tamdung', 'tam ngung', 'tam nghi', 'dung']),
  action('resume', 'nothing', true, ['continue', 'tiep tuc', 'tieptuc', 'chay tiep']),
  action('unsubscribe', 'nothing', true, [
    'unsub',
    'off',
    'cancel',
    'stop',
    'remove',
    'huy dang ky',
    'huy',
    'bo dang ky',
    'tat',
  ]),
  action('test', 'nothing', true, ['send', 'test send', 'gui thu', 'guithu']),
];

/** An action with what was said after its name. */
export interface ReadDailyAction {
  readonly action: DailyAction;
  readonly rest: string;
}

const NAMES = DAILY_ACTIONS.flatMap((each) =>
  [each.name, ...each.aliases].map((name) => ({ name, action: each })),
).sort((a, b) => b.name.length - a.name.length);

/** Reads the sub-command that a text begins with. A text that begins with a time means to subscribe. */
export function readDailyAction(text: string): ReadDailyAction | undefined {
  const folded = fold(text);
  for (const { name, action: found } of NAMES) {
    if (!folded.startsWith(name) || /^[a-z\d]/.test(folded.slice(name.length))) continue;
    return { action: found, rest: text.slice(name.length).trim() };
  }
  const [subscribe] = DAILY_ACTIONS;
  return subscribe !== undefined && /^\d/.test(text) ? { action: subscribe, rest: text } : undefined;
}
