#!/usr/bin/env node
import { fileURLToPath } from 'node:url';
import { config as readEnvironmentFile } from 'dotenv';
import { runCommandLine } from './cli/command-line.ts';
import { EXIT } from './cli/exit-code.ts';
import { systemClock } from './infra/system/system-clock.ts';

readEnvironmentFile({ quiet: true });

// Whoever reads our output may stop early (`| head`); that is no error.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code === 'EPIPE') process.exit(0);
  process.stderr.write(`The output cannot be written (${error.code ?? error.name}).\n`);
  process.exit(1);
});
process.stderr.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error;
});

/** A second signal, whichever of both, is somebody in a hurry. */
function onStopRequest(stop: () => void): void {
  let isStopping = false;
  for (const [signal, code] of [
    ['SIGINT', 130],
    ['SIGTERM', 143],
  ] as const) {
    process.on(signal, () => {
      if (isStopping) process.exit(code);
      isStopping = true;
      stop();
    });
  }
}

function onFault(report: (error: unknown) => void): void {
  process.on('uncaughtException', report);
  process.on('unhandledRejection', report);
}

const code = await runCommandLine(process.argv.slice(2), {
  streams: { input: process.stdin, output: process.stdout, errors: process.stderr },
  environment: process.env,
  clock: systemClock,
  shippedKnowledge: fileURLToPath(new URL('../knowledge', import.meta.url)),
  onStopRequest,
  onFault,
});
process.exitCode = code;
// What could not be ended in order would hold the process up for ever.
if (code === EXIT.failed || code === EXIT.unfinished) process.exit(code);
