import pino from 'pino';
import type { Clock } from '../../core/ports/clock.ts';
import type { Log, LogEvent } from '../../core/ports/log.ts';

/** Where a log goes and how it looks. */
export interface EventLogOptions {
  readonly write: (line: string) => void;
  readonly format: 'text' | 'json';
  readonly clock: Clock;
  /** Whether events of the level `debug` are written too. */
  readonly debug: boolean;
}

type Level = 'debug' | 'info' | 'warn' | 'error';

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
  // One for each question; the metrics count them anyway.
  'question-answered': 'debug',
  'knowledge-loaded': 'info',
  'knowledge-broken': 'error',
  'process-failed': 'error',
  'storage-failed': 'error',
};

/** A log of one line for each event: JSON for machines, or text for a person at a terminal. */
export function createEventLog({ write, format, clock, debug }: EventLogOptions): Log {
  const isWanted = ({ event }: LogEvent): boolean => debug || LEVELS[event] !== 'debug';
  if (format === 'text') {
    return {
      write: (event) => {
        if (isWanted(event)) write(`${textLine(event, new Date(clock.now()))}\n`);
      },
    };
  }
  const settings = { base: null, level: 'debug', timestamp: pino.stdTimeFunctions.isoTime };
  const logger = pino(settings, { write });
  return {
    write: (event) => {
      if (isWanted(event)) logger[LEVELS[event.event]](event);
    },
  };
}

function textLine(event: LogEvent, at: Date): string {
  const { event: name, ...details } = event;
  const told = Object.entries(details).map(([key, value]) => `${key}=${JSON.stringify(value)}`);
  const level = ['debug', 'info'].includes(LEVELS[name]) ? '' : `${LEVELS[name].toUpperCase()} `;
  return [at.toISOString().slice(11, 19), `${level}${name}`, ...told].join(' ');
}
