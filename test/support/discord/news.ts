import { EventEmitter } from 'node:events';

/** Tells those who wait that something happened; nobody polls. */
export interface News {
  /** Says that something happened. */
  tell(): void;
  /**
   * The first value that is not undefined, tried now and after each event.
   * Fails after `patience` milliseconds with what `report` says was there instead.
   */
  until<T>(attempt: () => T | undefined, patience: number, report: () => string): Promise<T>;
  /** Fails all that still wait. */
  close(): void;
}

/** News of one server. */
export function createNews(): News {
  const emitter = new EventEmitter().setMaxListeners(0);
  return {
    tell: () => void emitter.emit('news'),
    close: () => void emitter.emit('closed'),
    until<T>(attempt: () => T | undefined, patience: number, report: () => string): Promise<T> {
      return new Promise<T>((resolve, reject) => {
        const settle = (finish: () => void): void => {
          clearTimeout(timer);
          emitter.off('news', look);
          emitter.off('closed', closed);
          finish();
        };
        const look = (): void => {
          try {
            const found = attempt();
            if (found !== undefined) settle(() => resolve(found));
          } catch (error) {
            settle(() => reject(error));
          }
        };
        const closed = (): void => settle(() => reject(new Error(`The server stopped. ${report()}`)));
        const timer = setTimeout(
          () => settle(() => reject(new Error(`Nothing of the kind in ${patience} ms. ${report()}`))),
          patience,
        );
        emitter.on('news', look);
        emitter.on('closed', closed);
        look();
      });
    },
  };
}
