import { GLOSSARY_KINDS, type GlossaryEntry } from '../glossary.ts';
import { date, identifier, localized, text } from './fields.ts';
import type { Report } from './report.ts';
import { listOf, located, oneOf, optional, record, required } from './shape.ts';
import { parseYaml } from './yaml-node.ts';

const forms = required(listOf(text, 1));

const glossaryEntry = record('an entry with vi, en and kind', {
  id: optional(located(identifier)),
  vi: forms,
  en: forms,
  kind: required(oneOf(GLOSSARY_KINDS)),
  also: optional(listOf(text)),
  note: optional(text),
  offices: optional(
    listOf(
      record('{ title: { vi: …, en: … }, from: …, to: … }, without "to" while the office is held', {
        title: required(localized(text)),
        from: required(date),
        to: optional(date),
      }),
    ),
  ),
});

/** Reads `glossary.yaml`: all entries that are right; every problem of the others has been reported. */
export function readGlossary(yaml: string, report: Report): readonly GlossaryEntry[] {
  const node = parseYaml(yaml, report);
  if (node === undefined) return [];
  if (node.kind !== 'list') {
    report(node.line, 'The file is not a list of entries.', 'Begin each entry with "- vi: […]".');
    return [];
  }
  const lines = new Map<string, number>();
  return node.items.flatMap((item) => {
    const fields = glossaryEntry.read(item, report, '');
    if (fields === undefined) return [];
    const { id, also = [], offices = [], ...rest } = fields;
    if (id === undefined) return [{ ...rest, also, offices }];
    const earlier = lines.get(id.value);
    if (earlier !== undefined) {
      report(
        id.line,
        `The id "${id.value}" is already used in line ${earlier}.`,
        'Give one of the two another id.',
      );
    }
    lines.set(id.value, id.line);
    return [{ ...rest, id: id.value, also, offices }];
  });
}
