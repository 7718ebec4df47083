import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { completeCommand } from '../../../src/platforms/terminal/complete.ts';

const NAMES = ['/ask', '/date', '/dongthoigian', '/quit'];

describe('the tab key', () => {
  it('offers the commands that begin like the line', () => {
    assert.deepEqual(completeCommand('/d', NAMES), [['/date', '/dongthoigian'], '/d']);
    assert.deepEqual(completeCommand('/DA', NAMES), [['/date'], '/DA']);
    assert.deepEqual(completeCommand('/', NAMES), [NAMES, '/']);
  });

  it('offers nothing in the middle of a question', () => {
    assert.deepEqual(completeCommand('ai ký', NAMES), [[], 'ai ký']);
    assert.deepEqual(completeCommand('', NAMES), [[], '']);
    assert.deepEqual(completeCommand('/date 19', NAMES), [[], '/date 19']);
  });
});
