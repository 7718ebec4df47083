import { MessageFlags } from 'discord.js';
import { checkComponents } from './component-rules.ts';
import { ERRORS, invalidForm } from './discord-error.ts';
import { createForm, type Form } from './form.ts';
import { isObject, type JsonObject, numberOf, objectsIn, textOf } from './json.ts';

const EMBED_TOTAL = 6000;

/** True when the flags say that the message is made of components only. */
export const isComponentsV2 = (flags: unknown): boolean =>
  ((numberOf(flags) ?? 0) & MessageFlags.IsComponentsV2) !== 0;

/**
 * Throws what Discord would answer to this message. For an edit, hand over the message as it would become:
 * Discord judges the result, so old content must be taken away by name before the flag of components is set.
 */
export function checkMessage(message: JsonObject): void {
  const form = createForm();
  const isV2 = isComponentsV2(message.flags);
  form.length(['content'], message.content, 0, 2000);
  checkEmbeds(form, message.embeds);
  checkComponents(form, message.components, isV2);
  if (isV2) refuseLegacyFields(form, message);
  checkNonce(form, message);
  checkMentions(form, message.allowed_mentions);
  if (form.problems.length > 0) throw invalidForm(form.problems);
  if (isEmpty(message)) throw ERRORS.emptyMessage();
}

const isEmpty = (message: JsonObject): boolean =>
  !message.content &&
  message.poll === undefined &&
  ['embeds', 'components', 'attachments', 'sticker_ids'].every(
    (name) => objectsIn(message[name]).length === 0,
  );

function refuseLegacyFields(form: Form, message: JsonObject): void {
  const legacy = ['content', 'embeds', 'poll', 'sticker_ids'].filter((name) => {
    const value = message[name];
    return Array.isArray(value) ? value.length > 0 : Boolean(value);
  });
  for (const name of legacy)
    form.refuse(
      [name],
      'MESSAGE_CANNOT_USE_LEGACY_FIELDS_WITH_COMPONENTS_V2',
      `The '${name}' field cannot be used when using MessageFlags.IS_COMPONENTS_V2`,
    );
}

function checkEmbeds(form: Form, embeds: unknown): void {
  form.count(['embeds'], embeds, 0, 10);
  let total = 0;
  objectsIn(embeds).forEach((embed, at) => {
    const path = ['embeds', String(at)];
    const part = (name: string): JsonObject => (isObject(embed[name]) ? embed[name] : {});
    const measured = (place: readonly string[], value: unknown, most: number): void => {
      form.length([...path, ...place], value, 0, most);
      total += textOf(value)?.length ?? 0;
    };
    measured(['title'], embed.title, 256);
    measured(['description'], embed.description, 4096);
    measured(['footer', 'text'], part('footer').text, 2048);
    measured(['author', 'name'], part('author').name, 256);
    form.count([...path, 'fields'], embed.fields, 0, 25);
    objectsIn(embed.fields).forEach((field, index) => {
      for (const name of ['name', 'value']) {
        const place = ['fields', String(index), name];
        if (!field[name]) form.refuse([...path, ...place], 'BASE_TYPE_REQUIRED', 'This field is required');
        measured(place, field[name], name === 'name' ? 256 : 1024);
      }
    });
    if (Object.keys(embed).every((name) => name === 'type'))
      form.refuse([...path, 'description'], 'BASE_TYPE_REQUIRED', 'This field is required');
  });
  if (total > EMBED_TOTAL)
    form.refuse(['embeds'], 'MAX_EMBED_SIZE_EXCEEDED', 'Embed size exceeds maximum size of 6000');
}

function checkNonce(form: Form, message: JsonObject): void {
  const { nonce, enforce_nonce: enforced } = message;
  if (typeof nonce !== 'number') form.length(['nonce'], nonce, 0, 25);
  if (enforced === true && (nonce === undefined || nonce === null))
    form.refuse(['nonce'], 'BASE_TYPE_REQUIRED', 'This field is required');
}

function checkMentions(form: Form, mentions: unknown): void {
  if (!isObject(mentions)) return;
  const parse = Array.isArray(mentions.parse) ? mentions.parse : [];
  for (const kind of ['users', 'roles']) {
    form.count(['allowed_mentions', kind], mentions[kind], 0, 100);
    const named = mentions[kind];
    if (parse.includes(kind) && Array.isArray(named) && named.length > 0)
      form.refuse(
        ['allowed_mentions'],
        'MESSAGE_ALLOWED_MENTIONS_PARSE_EXCLUSIVE',
        `parse:["${kind}"] and ${kind}: [ids...] are mutually exclusive.`,
      );
  }
}
