import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { createSpecification } from '../../../support/discord/specification.ts';

const content = (schema: object) => ({
  requestBody: { required: true, content: { 'application/json': { schema } } },
});
const kind = (type: number, properties: object) => ({
  type: 'object',
  properties: { type: { type: 'integer', enum: [type] }, ...properties },
  required: ['type'],
});

const specification = createSpecification({
  paths: {
    '/notes': {
      post: content({ $ref: '#/components/schemas/Note' }),
      get: {},
    },
  },
  components: {
    schemas: {
      Note: {
        type: 'object',
        required: ['text'],
        properties: {
          text: { type: ['string', 'null'], maxLength: 5 },
          tags: {
            type: 'array',
            items: { type: 'string', enum: ['a', 'b'] },
            maxItems: 2,
            uniqueItems: true,
          },
          names: { type: 'object', additionalProperties: { type: 'string', minLength: 1 } },
          part: {
            oneOf: [
              { type: 'null' },
              kind(1, { label: { type: 'string', maxLength: 3 } }),
              kind(2, { id: { type: 'string', pattern: '^[0-9]+$' } }),
            ],
          },
        },
      },
    },
  },
});

const check = (body: unknown): readonly string[] =>
  specification.check('POST /notes', body).map(({ place, problem }) => `${place} ${problem}`);

describe('the walk through an OpenAPI description', () => {
  it('finds nothing wrong with a body that fits', () => {
    assert.deepEqual(
      check({ text: 'mười', tags: ['a', 'b'], names: { vi: 'x' }, part: { type: 2, id: '7' } }),
      [],
    );
    assert.deepEqual(check({ text: null, part: null }), []);
  });

  it('names what is missing, unknown, too long or not allowed, with its place', () => {
    assert.deepEqual(check({}), ['text is required']);
    assert.deepEqual(check({ text: 'x', txet: 1 }), ['txet is not known']);
    assert.deepEqual(check({ text: 'sáu chữ' }), ['text has 7 characters, at most 5 are allowed']);
    assert.deepEqual(check({ text: 1 }), ['text is 1, not string or null']);
    assert.deepEqual(check({ text: 'x', tags: ['a', 'c'] }), ['tags.1 is c, not one of a, b']);
    assert.deepEqual(check({ text: 'x', tags: ['a', 'a'] }), ['tags repeats an entry']);
    assert.deepEqual(check({ text: 'x', names: { vi: '' } }), [
      'names.vi has 0 characters, at least 1 are needed',
    ]);
    assert.deepEqual(check(undefined), [' a body is required']);
  });

  it('judges a union by the branch that is meant', () => {
    assert.deepEqual(check({ text: 'x', part: { type: 1, label: 'dài quá' } }), [
      'part.label has 7 characters, at most 3 are allowed',
    ]);
    assert.deepEqual(check({ text: 'x', part: { type: 2, id: 'x' } }), ['part.id does not match ^[0-9]+$']);
  });

  it('lets the habits of discord.js pass, and endpoints without a body', () => {
    assert.deepEqual(check({ text: 'x', tts: false, enforce_nonce: false }), []);
    assert.deepEqual(specification.check('GET /notes', undefined), []);
  });
});
