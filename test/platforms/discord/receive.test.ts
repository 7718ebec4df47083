import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { withoutMarkup } from '../../../src/platforms/discord/receive.ts';

describe('the words of a message', () => {
  for (const [content, words] of [
    ['<@123456789012345678> ai ký?', 'ai ký?'],
    ['<@!123456789012345678>, ai  ký <#1> <:co:12> <a:co:12> <@&3>?', 'ai ký ?'],
    ['hỏi <t:1700000000:R>: năm nào\nvà ở đâu', 'hỏi : năm nào\nvà ở đâu'],
    ['a < b > c', 'a < b > c'],
    ['<@1>', ''],
  ] as const) {
    it(`are what stands between Discord's own signs: ${JSON.stringify(content)}`, () => {
      assert.equal(withoutMarkup(content), words);
    });
  }
});
