import type { StorageConfig } from '../../config.ts';
import { openStorage } from '../../infra/storage/open-storage.ts';
import { StorageError } from '../../infra/storage/storage-error.ts';
import { ReportError } from '../exit-code.ts';
import { loadLibrary } from '../load-knowledge.ts';
import { type Finding, Findings } from './finding.ts';

/** Opens the storage as a start would, making it if there is none, and asks it something. */
export async function checkStorage({ choice, keys }: StorageConfig): Promise<readonly Finding[]> {
  const findings = new Findings('storage');
  try {
    const storage = await openStorage(choice, { keys });
    try {
      await storage.check();
    } finally {
      await storage.close();
    }
    const place = choice.kind === 'sqlite' ? `SQLite in ${choice.file}` : 'PostgreSQL';
    findings.well(`${place} answers; personal data is ${keys.length > 0 ? 'sealed' : 'stored plainly'}.`);
  } catch (error) {
    if (error instanceof StorageError) findings.ill(error.message, 'See docs/storage.md.');
    else findings.ill(`failed (${error instanceof Error ? error.name : 'unknown'}).`, 'See docs/storage.md.');
  }
  return findings.list;
}

/** Reads the knowledge as a start would. */
export function checkKnowledge(directory: string): readonly Finding[] {
  const findings = new Findings('knowledge');
  try {
    const { library } = loadLibrary(directory);
    const { articles, events } = library;
    findings.well(`${articles.length} articles and ${events.length} events in ${directory}.`);
  } catch (error) {
    if (!(error instanceof ReportError)) throw error;
    findings.ill(error.message, 'Mend what is told above; nhip-cau check finds more.');
  }
  return findings.list;
}
