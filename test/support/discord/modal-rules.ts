import { ComponentType } from 'discord.js';
import { allComponents } from './component-rules.ts';
import { invalidForm } from './discord-error.ts';
import { createForm } from './form.ts';
import { type JsonObject, objectsIn } from './json.ts';

/** Throws what Discord would answer to this modal. */
export function checkModal(modal: JsonObject): void {
  const form = createForm();
  const components = ['data', 'components'];
  form.length(['data', 'custom_id'], modal.custom_id ?? '', 1, 100);
  form.length(['data', 'title'], modal.title ?? '', 1, 45);
  form.count(components, modal.components ?? [], 1, 5);
  objectsIn(modal.components).forEach((top, at) => {
    const { type } = top;
    const place = [...components, String(at)];
    if (
      type !== ComponentType.ActionRow &&
      type !== ComponentType.Label &&
      type !== ComponentType.TextDisplay
    )
      form.refuse([...place, 'type'], 'UNION_TYPE_CHOICES', 'A modal holds labels, rows and texts.');
    if (type === ComponentType.Label) form.length([...place, 'label'], top.label ?? '', 1, 45);
  });
  const ids = new Set<unknown>();
  for (const { component, path } of allComponents(modal.components, components)) {
    const { custom_id: id, type } = component;
    if (type === ComponentType.TextInput) {
      form.length([...path, 'custom_id'], id ?? '', 1, 100);
      form.length([...path, 'label'], component.label, 1, 45);
      form.length([...path, 'placeholder'], component.placeholder, 0, 100);
      form.length([...path, 'value'], component.value, 0, 4000);
    }
    if (id !== undefined && ids.has(id))
      form.refuse(
        [...path, 'custom_id'],
        'COMPONENT_CUSTOM_ID_DUPLICATED',
        'Custom id cannot be duplicated.',
      );
    if (id !== undefined) ids.add(id);
  }
  if (form.problems.length > 0) throw invalidForm(form.problems);
}
