import { type FSWatcher, watch } from 'node:fs';
import { readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { Timer } from '../../core/ports/timer.ts';

/** Calls back when something in a folder may have changed, and may well miss some; returns how to stop it. */
export type FolderNotice = (folder: string, onNotice: () => void) => () => void;

export interface FolderWatcherOptions {
  readonly timer: Timer;
  /** By default the system's notices. */
  readonly notice?: FolderNotice;
  /** The folder is looked at so often even without a notice: network disks give none. */
  readonly pollMs?: number;
  /** A change is told once nothing has changed for so long, as somebody may be in the middle of saving ten files. */
  readonly settleMs?: number;
}

const POLL_MS = 1000;
const SETTLE_MS = 100;
/** Somebody who saves all the time is not waited for longer than so many times {@link SETTLE_MS}. */
const MOST_SETTLING = 10;
/** A folder of knowledge is a few levels deep; a link that leads in circles is not followed for ever. */
const DEEPEST = 16;

/** The system's own notices; where it gives none, polling does alone. */
const systemNotice: FolderNotice = (folder, onNotice) => {
  let watcher: FSWatcher;
  try {
    watcher = watch(folder, { persistent: false }, onNotice);
  } catch {
    return () => undefined;
  }
  watcher.on('error', () => watcher.close());
  return () => watcher.close();
};

/**
 * Calls `onChange` once at the beginning and then after every change below a folder, one call after the other, until
 * the signal aborts. It sees names, sizes and times, not contents. Hidden files are left alone.
 */
export async function watchFolder(
  directory: string,
  onChange: () => Promise<void>,
  signal: AbortSignal,
  { timer, notice = systemNotice, pollMs = POLL_MS, settleMs = SETTLE_MS }: FolderWatcherOptions,
): Promise<void> {
  const bell = new Bell(timer, signal);
  const notices = new Map<string, () => void>();
  let known: string | undefined;
  while (!signal.aborted) {
    let state = await look(directory);
    if (state.signature !== known) {
      for (let times = 0; known !== undefined && times < MOST_SETTLING && !signal.aborted; times += 1) {
        const before = state.signature;
        await timer.sleep(settleMs, signal);
        state = await look(directory);
        if (state.signature === before) break;
      }
      if (signal.aborted) break;
      known = state.signature;
      follow(notices, state.folders, (folder) => notice(folder, () => bell.ring()));
      await onChange();
    } else {
      await bell.wait(pollMs);
    }
  }
  follow(notices, [], () => () => undefined);
}

/** A sleep that ends early when it is rung for, also when that was just before. */
class Bell {
  readonly #timer: Timer;
  #sleeping = new AbortController();

  constructor(timer: Timer, signal: AbortSignal) {
    this.#timer = timer;
    signal.addEventListener('abort', () => this.ring(), { once: true });
  }

  ring(): void {
    this.#sleeping.abort();
  }

  async wait(ms: number): Promise<void> {
    await this.#timer.sleep(ms, this.#sleeping.signal);
    this.#sleeping = new AbortController();
  }
}

/** Watches the folders there are now, and no others. */
function follow(
  notices: Map<string, () => void>,
  folders: readonly string[],
  begin: (folder: string) => () => void,
): void {
  for (const [folder, end] of notices) {
    if (folders.includes(folder)) continue;
    end();
    notices.delete(folder);
  }
  for (const folder of folders) if (!notices.has(folder)) notices.set(folder, begin(folder));
}

interface FolderState {
  /** Differs when a file came, went or was written. */
  readonly signature: string;
  readonly folders: readonly string[];
}

/** What cannot be read at this moment is part of the signature, and looked at again the next time. */
async function look(directory: string): Promise<FolderState> {
  const lines: string[] = [];
  const folders: string[] = [];
  const visit = async (folder: string, depth: number): Promise<void> => {
    folders.push(folder);
    const names = await readdir(folder).catch(() => undefined);
    lines.push(names === undefined ? `${folder} ?` : folder);
    for (const name of (names ?? []).sort()) {
      if (name.startsWith('.')) continue;
      const path = join(folder, name);
      const about = await stat(path).catch(() => undefined);
      if (about?.isDirectory() === true && depth < DEEPEST) await visit(path, depth + 1);
      else lines.push(`${path} ${about?.size ?? '?'} ${about?.mtimeMs ?? '?'} ${about?.ino ?? '?'}`);
    }
  };
  await visit(directory, 0);
  return { signature: lines.join('\n'), folders };
}
