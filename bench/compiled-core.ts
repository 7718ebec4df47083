import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const ROOT = fileURLToPath(new URL('..', import.meta.url));

/**
 * What is measured is the compiled program; numbers of an old one would be believed.
 *
 * @throws Error when there is none, or a source file is younger.
 */
export function requireFreshBuild(): void {
  const compiled = statSync(join(ROOT, 'dist/main.js'), { throwIfNoEntry: false });
  const youngest = Math.max(
    ...readdirSync(join(ROOT, 'src'), { recursive: true, encoding: 'utf8' }).map(
      (path) => statSync(join(ROOT, 'src', path)).mtimeMs,
    ),
  );
  if (compiled === undefined || compiled.mtimeMs < youngest) {
    throw new Error('dist/ is missing or older than src/: run "npm run build" first.');
  }
}
