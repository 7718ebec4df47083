import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { median } from './quantile.ts';

/** A fresh process that answers one question and ends. */
export interface ColdStart {
  readonly runs: number;
  /** From spawning the process to its end. */
  readonly medianMilliseconds: number;
  readonly slowestMilliseconds: number;
  /** The most memory the process ever held (resident set). */
  readonly peakBytes: number;
}

const MAIN = fileURLToPath(new URL('../../dist/main.js', import.meta.url));
const QUESTION = 'Việt Nam và Mỹ bình thường hóa quan hệ khi nào?';

/** Makes a process tell its own peak when it ends: only it knows. */
const TELL_PEAK = `data:text/javascript,${encodeURIComponent(
  "import{writeSync}from'node:fs';process.on('exit',()=>writeSync(3,String(process.resourceUsage().maxRSS)));",
)}`;

/** @throws Error when the program fails. */
export async function measureColdStart(runs: number): Promise<ColdStart> {
  const milliseconds: number[] = [];
  let peakKilobytes = 0;
  // The first run may find the files on disk only; an operator restarts a bot more often than the machine.
  for (let run = 0; run <= runs; run += 1) {
    const started = performance.now();
    const peak = await answerOnce();
    if (run > 0) milliseconds.push(performance.now() - started);
    peakKilobytes = Math.max(peakKilobytes, peak);
  }
  return {
    runs,
    medianMilliseconds: median(milliseconds),
    slowestMilliseconds: Math.max(...milliseconds),
    peakBytes: peakKilobytes * 1024,
  };
}

function answerOnce(): Promise<number> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, ['--import', TELL_PEAK, MAIN, 'ask', QUESTION], {
      stdio: ['ignore', 'ignore', 'pipe', 'pipe'],
    });
    const told: Record<'errors' | 'peak', string> = { errors: '', peak: '' };
    child.stdio[2]?.on('data', (data) => {
      told.errors += String(data);
    });
    child.stdio[3]?.on('data', (data) => {
      told.peak += String(data);
    });
    child.on('error', reject);
    child.on('close', (code) => {
      if (code === 0) resolve(Number(told.peak));
      else reject(new Error(`nhip-cau ask ended with ${code}: ${told.errors.trim()}`));
    });
  });
}
