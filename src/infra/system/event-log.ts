import pino from 'pino';
import type { Clock } from '../../core/ports/clock.ts';
import type { Log, LogEvent } from '../../core/ports/log.ts';

/** Where a log goes and how it looks. */
export interface EventLogOptions {
  readonly write: (line: string) => void;
  readonly format: 'text' | 'json';
  readonly clock: Clock;
}

type Level = 'info' | 'warn' | 'error';

const LEVELS: Readonly<Record<LogEvent['event'], Level>> = {
  'platform-online': 'info',
  'platform-offline': 'info',
  'platform-refused': 'error',
  'platform-unreachable': 'warn',
  'handler-failed': 'error',
  'request-failed': 'warn',
  'request-delayed': 'info',
  'update-dropped': 'info',
  'place-left': 'info',
  'place-moved': 'info',
  post: 'info',
  'question-answered': 'info',
  'knowledge-loaded': 'info',
  'knowledge-broken': 'error',
  'process-failed': 'error',
  'storage-failed': 'error',
};

/** A log of one line for each event: JSON for machines, or text for a person at a terminal. */
export function createEventLog({ write, format, clock }: EventLogOptions): Log {
  if (format === 'text') {
    return { write: (event) => write(`${textLine(event, new Date(clock.now()))}\n`) };
  }
  const logger = pino({ base: null, timestamp: pino.stdTimeFunctions.isoTime }, { write });
  return { write: (event) => logger[LEVELS[event.event]](event) };
}

function textLine(event: LogEvent, at: Date): string {
  const { event: name, ...details } = event;
  const told = Object.entries(details).map(([key, value]) => `${key}=${JSON.stringify(value)}`);
  const level = LEVELS[name] === 'info' ? '' : `${LEVELS[name].toUpperCase()} `;
  return [at.toISOString().slice(11, 19), `${level}${name}`, ...told].join(' ');
}
