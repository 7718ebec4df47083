import type { Log, LogEvent } from '../../src/core/ports/log.ts';

/** A log that can be waited for. */
export class RecordingLog implements Log {
  readonly events: LogEvent[] = [];
  readonly #waiting = new Set<() => void>();

  write(event: LogEvent): void {
    this.events.push(event);
    for (const look of [...this.#waiting]) look();
  }

  /** The events of one name so far. */
  of<Name extends LogEvent['event']>(name: Name): readonly Extract<LogEvent, { readonly event: Name }>[] {
    return this.events.filter(
      (event): event is Extract<LogEvent, { readonly event: Name }> => event.event === name,
    );
  }

  /** Resolves when there are so many events of one name. */
  until(name: LogEvent['event'], count = 1): Promise<void> {
    return new Promise((resolve) => {
      const look = (): void => {
        if (this.of(name).length < count) return;
        this.#waiting.delete(look);
        resolve();
      };
      this.#waiting.add(look);
      look();
    });
  }
}
