import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { Answerer } from '../../../src/core/answer/answerer.ts';
import { type Topic, topicAfter } from '../../../src/core/answer/topic.ts';
import {
  ConversationMemory,
  MAXIMUM_TOPICS,
  TOPIC_LIFETIME_MS,
} from '../../../src/core/chat/conversation-memory.ts';
import { NOON_MS, TINY_LIBRARY, TODAY } from './tiny-chat.ts';

const answerer = new Answerer(TINY_LIBRARY, TODAY);

function topicOf(question: string): Topic {
  const answer = answerer.ask(question, { language: 'vi', today: TODAY, limit: 1 });
  const topic = topicAfter({ ...answer, answered: true }, undefined);
  assert.ok(topic);
  return topic;
}

const TRADE = topicOf('Hiệp định Thương mại song phương được ký khi nào?');
const EMBARGO = topicOf('Hoa Kỳ bãi bỏ cấm vận khi nào?');

describe('the memory of conversations', () => {
  it('remembers a topic until its time is up, and not a millisecond longer', () => {
    const memory = new ConversationMemory();
    memory.remember('a', TRADE, NOON_MS);
    assert.equal(memory.recall('a', NOON_MS + TOPIC_LIFETIME_MS - 1), TRADE);
    assert.equal(memory.recall('a', NOON_MS + TOPIC_LIFETIME_MS), undefined);
  });

  it('gives a topic its whole time again whenever it is touched', () => {
    const memory = new ConversationMemory();
    memory.remember('a', TRADE, NOON_MS);
    memory.remember('a', EMBARGO, NOON_MS + TOPIC_LIFETIME_MS - 1);
    assert.equal(memory.recall('a', NOON_MS + TOPIC_LIFETIME_MS), EMBARGO);
  });

  it('keeps conversations apart', () => {
    const memory = new ConversationMemory();
    memory.remember('a', TRADE, NOON_MS);
    assert.equal(memory.recall('b', NOON_MS), undefined);
    memory.remember('b', EMBARGO, NOON_MS);
    memory.forget('b');
    assert.equal(memory.recall('a', NOON_MS), TRADE);
    assert.equal(memory.recall('b', NOON_MS), undefined);
  });

  it('drops the topic untouched the longest when there are too many', () => {
    const memory = new ConversationMemory();
    for (let number = 0; number < MAXIMUM_TOPICS; number += 1) memory.remember(`${number}`, TRADE, NOON_MS);
    memory.remember('0', EMBARGO, NOON_MS);
    memory.remember('one more', TRADE, NOON_MS);
    assert.equal(memory.recall('1', NOON_MS), undefined);
    assert.equal(memory.recall('0', NOON_MS), EMBARGO);
    assert.equal(memory.recall('2', NOON_MS), TRADE);
  });
});
