import { ButtonStyle, ComponentType } from 'discord.js';
import type { Form } from './form.ts';
import { isObject, type JsonObject, objectsIn, textOf } from './json.ts';

const MAX_COMPONENTS = 40;
const MAX_TEXT = 4000;
const V2_ONLY: readonly unknown[] = [
  ComponentType.Section,
  ComponentType.TextDisplay,
  ComponentType.Thumbnail,
  ComponentType.MediaGallery,
  ComponentType.File,
  ComponentType.Separator,
  ComponentType.Container,
];
const SELECTS: readonly unknown[] = [
  ComponentType.StringSelect,
  ComponentType.UserSelect,
  ComponentType.RoleSelect,
  ComponentType.MentionableSelect,
  ComponentType.ChannelSelect,
];

/** A component with its place in the body. */
export interface PlacedComponent {
  readonly component: JsonObject;
  readonly path: readonly string[];
}

/** Every component of a list, those inside others included, in the order a person sees them. */
export function allComponents(list: unknown, path: readonly string[] = ['components']): PlacedComponent[] {
  return objectsIn(list).flatMap((component, at) => {
    const here = [...path, String(at)];
    const { accessory, component: labelled } = component;
    return [
      { component, path: here },
      ...allComponents(component.components, [...here, 'components']),
      ...(isObject(accessory) ? [{ component: accessory, path: [...here, 'accessory'] }] : []),
      ...(isObject(labelled) ? [{ component: labelled, path: [...here, 'component'] }] : []),
    ];
  });
}

/** Adds what Discord refuses about the components of a message. */
export function checkComponents(form: Form, list: unknown, isV2: boolean): void {
  const all = allComponents(list);
  form.count(['components'], list, 0, isV2 ? MAX_COMPONENTS : 5);
  if (all.length > MAX_COMPONENTS)
    form.refuse(['components'], 'COMPONENT_MAX_TOTAL_COMPONENTS', 'Too many components: at most 40.');
  for (const { component, path } of all) {
    const { type } = component;
    if (!isV2 && V2_ONLY.includes(type))
      form.refuse([...path, 'type'], 'UNION_TYPE_CHOICES', 'This component needs the flag 1<<15.');
    if (path.length === 2 && type !== ComponentType.ActionRow && !V2_ONLY.includes(type))
      form.refuse([...path, 'type'], 'UNION_TYPE_CHOICES', 'This component must be inside another.');
    checkOne(form, component, path);
  }
  checkUniqueIds(form, all);
  const text = all.reduce((sum, { component }) => sum + displayedText(component).length, 0);
  if (text > MAX_TEXT)
    form.refuse(['components'], 'COMPONENT_DISPLAYABLE_TEXT_SIZE_EXCEEDED', 'Text exceeds 4000 characters.');
}

const displayedText = (component: JsonObject): string =>
  component.type === ComponentType.TextDisplay ? (textOf(component.content) ?? '') : '';

function checkOne(form: Form, component: JsonObject, path: readonly string[]): void {
  const { type } = component;
  if (type === ComponentType.ActionRow) checkRow(form, component, path);
  else if (type === ComponentType.Button) checkButton(form, component, path);
  else if (SELECTS.includes(type)) checkSelect(form, component, path);
  else if (type === ComponentType.TextDisplay) {
    required(form, component, path, 'content');
    form.length([...path, 'content'], component.content, 1, MAX_TEXT);
  } else if (type === ComponentType.Section) {
    required(form, component, path, 'accessory');
    form.count([...path, 'components'], component.components, 1, 3);
  } else if (type === ComponentType.Container) {
    form.count([...path, 'components'], component.components, 1, MAX_COMPONENTS);
  }
}

function checkRow(form: Form, row: JsonObject, path: readonly string[]): void {
  const inside = objectsIn(row.components);
  const selects = inside.filter(({ type }) => SELECTS.includes(type)).length;
  if (inside.length === 0 || inside.length > 5)
    form.refuse([...path, 'components'], 'BASE_TYPE_BAD_LENGTH', 'Must be between 1 and 5 in length.');
  if (selects > 0 && inside.length > 1)
    form.refuse([...path, 'components'], 'COMPONENT_LAYOUT_WIDTH_EXCEEDED', 'A select menu fills its row.');
}

function checkButton(form: Form, button: JsonObject, path: readonly string[]): void {
  required(form, button, path, 'style');
  form.length([...path, 'label'], button.label, 0, 80);
  const isPremium = button.style === ButtonStyle.Premium;
  if (!isPremium && !button.label && !button.emoji)
    form.refuse(path, 'BUTTON_COMPONENT_NO_LABEL_OR_EMOJI', 'A button needs a label or an emoji.');
  if (button.style === ButtonStyle.Link) {
    required(form, button, path, 'url');
    form.length([...path, 'url'], button.url, 1, 512);
    if (!/^(https?|discord):\/\//.test(textOf(button.url) ?? 'https://'))
      form.refuse([...path, 'url'], 'URL_TYPE_INVALID_SCHEME', 'Scheme must be http, https or discord.');
    if (button.custom_id !== undefined)
      form.refuse(
        path,
        'BUTTON_COMPONENT_CUSTOM_ID_AND_URL',
        'A custom id and url cannot both be specified.',
      );
  } else if (!isPremium) {
    required(form, button, path, 'custom_id');
    form.length([...path, 'custom_id'], button.custom_id, 1, 100);
  }
}

function checkSelect(form: Form, select: JsonObject, path: readonly string[]): void {
  required(form, select, path, 'custom_id');
  form.length([...path, 'custom_id'], select.custom_id, 1, 100);
  form.length([...path, 'placeholder'], select.placeholder, 0, 150);
  if (select.type !== ComponentType.StringSelect) return;
  form.count([...path, 'options'], select.options ?? [], 1, 25);
  const values = new Set<unknown>();
  objectsIn(select.options).forEach((option, at) => {
    const here = [...path, 'options', String(at)];
    for (const name of ['label', 'value']) {
      required(form, option, here, name);
      form.length([...here, name], option[name], 1, 100);
    }
    form.length([...here, 'description'], option.description, 0, 100);
    if (values.has(option.value))
      form.refuse([...here, 'value'], 'SELECT_COMPONENT_OPTION_VALUE_DUPLICATED', 'Value is already used.');
    values.add(option.value);
  });
}

function required(form: Form, component: JsonObject, path: readonly string[], name: string): void {
  if (component[name] === undefined || component[name] === null)
    form.refuse([...path, name], 'BASE_TYPE_REQUIRED', 'This field is required');
}

function checkUniqueIds(form: Form, all: readonly PlacedComponent[]): void {
  const seen = new Set<string>();
  for (const { component, path } of all) {
    const id = textOf(component.custom_id);
    if (id === undefined) continue;
    if (seen.has(id))
      form.refuse(
        [...path, 'custom_id'],
        'COMPONENT_CUSTOM_ID_DUPLICATED',
        'Custom id cannot be duplicated.',
      );
    seen.add(id);
  }
}
