import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { after } from 'node:test';
import { eventYaml } from '../support/knowledge-files.ts';

const made: string[] = [];
after(() => {
  for (const folder of made.splice(0)) rmSync(folder, { recursive: true });
});

/** A folder with these files, taken away when the tests of the file are over. */
export function folderWith(files: Readonly<Record<string, string>>): string {
  const folder = mkdtempSync(join(tmpdir(), 'nhip-cau-'));
  made.push(folder);
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
  return folder;
}

const ARTICLE = `---
id: quan-he
title: Quan hệ Việt Nam – Hoa Kỳ
language: vi
source: { title: Báo Thử, url: "https://example.org/bao" }
---

Việt Nam và Hoa Kỳ bình thường hóa quan hệ ngoại giao vào ngày 12 tháng 7 năm 1995. Đại sứ Pete Peterson đến Hà Nội vào tháng 5 năm 1997.

Hiệp định Thương mại song phương được ký tại Washington vào ngày 13 tháng 7 năm 2000. Tổng thống Bill Clinton thăm Hà Nội vào tháng 11 năm 2000.
`;

/** Knowledge of one article and one event, in the files an editor would write. */
export const tinyFolder = (): string =>
  folderWith({
    'articles/quan-he.md': ARTICLE,
    'timeline/1990s.yaml': `${eventYaml('embargo', {
      date: '1994-02-03',
      title: '{ vi: Bỏ cấm vận, en: Embargo lifted }',
      text: '{ vi: Hoa Kỳ bãi bỏ lệnh cấm vận thương mại đối với Việt Nam., en: The United States lifted the trade embargo against Vietnam. }',
    })}\n`,
  });

/** Knowledge with two problems in two files. */
export const brokenFolder = (): string =>
  folderWith({
    'articles/a.md': ARTICLE.replace('language: vi', 'language: fr').replace('id: quan-he', 'id: a'),
    'timeline/b.yaml': `${eventYaml('b', { date: '1995-02-31' })}\n`,
  });
