import {
  type APIEmbed,
  type APIMessage,
  type APIModalInteractionResponseCallbackData,
  ComponentType,
  MessageFlags,
} from 'discord.js';
import { allComponents } from './component-rules.ts';
import { type JsonObject, objectsIn, textOf } from './json.ts';
import { findMessage, type InteractionState, type World } from './world.ts';

/** A button or menu as a person sees it. */
export interface SeenControl {
  readonly kind: 'button' | 'link' | 'menu';
  /** The label of a button, the placeholder of a menu; an emoji stands in for a missing label. */
  readonly label: string;
  readonly customId: string | undefined;
  readonly url: string | undefined;
  readonly disabled: boolean;
  /** The choices of a menu: label and value. */
  readonly choices: readonly { readonly label: string; readonly value: string }[];
}

/** A message as a person sees it. */
export interface SeenMessage {
  readonly id: string;
  readonly authorId: string;
  readonly content: string;
  readonly embeds: readonly APIEmbed[];
  /** The text displays of a message made of components, one per line. */
  readonly text: string;
  readonly controls: readonly SeenControl[];
  readonly flags: number;
  /** Only the person who started the interaction sees it. */
  readonly isEphemeral: boolean;
  /** The only person who sees it; undefined for everybody. */
  readonly visibleTo: string | undefined;
  /** "… is thinking" stands where the answer will be. */
  readonly isLoading: boolean;
  readonly isEdited: boolean;
  /** The message it replies to. */
  readonly replyTo: string | undefined;
  /** Whom it notifies. */
  readonly pings: readonly string[];
  readonly pingsEveryone: boolean;
}

/** What became of an interaction. */
export type SeenAnswer = {
  /** `acknowledged`: taken without a visible answer, as a deferred update. */
  readonly kind: InteractionState['answer']['kind'];
  /** The answer itself; for a pressed button that changed its message, that message. */
  readonly message: SeenMessage | undefined;
  readonly followUps: readonly SeenMessage[];
  readonly modal: APIModalInteractionResponseCallbackData | undefined;
  /** The suggestions of an autocompletion. */
  readonly choices: readonly unknown[];
};

/** The message with what counts to a reader. */
export function seen(message: APIMessage): SeenMessage {
  const flags: number = message.flags ?? 0;
  const components = allComponents(message.components).map(({ component }) => component);
  return {
    id: message.id,
    authorId: message.author.id,
    content: message.content,
    embeds: message.embeds,
    text: components
      .filter(({ type }) => type === ComponentType.TextDisplay)
      .map(({ content }) => textOf(content) ?? '')
      .join('\n'),
    controls: components.flatMap(control),
    flags,
    isEphemeral: (flags & MessageFlags.Ephemeral) !== 0,
    visibleTo: (flags & MessageFlags.Ephemeral) !== 0 ? message.interaction_metadata?.user.id : undefined,
    isLoading: (flags & MessageFlags.Loading) !== 0,
    isEdited: message.edited_timestamp !== null,
    replyTo: message.message_reference?.message_id,
    pings: message.mentions.map(({ id }) => id),
    pingsEveryone: message.mention_everyone,
  };
}

function control(component: JsonObject): readonly SeenControl[] {
  const { type, label, emoji, url, custom_id: id, placeholder, options } = component;
  const isButton = type === ComponentType.Button;
  if (!isButton && type !== ComponentType.StringSelect) return [];
  const sign = objectsIn([emoji]).map(({ name }) => textOf(name) ?? '')[0];
  return [
    {
      kind: !isButton ? 'menu' : url === undefined ? 'button' : 'link',
      label: textOf(label) ?? textOf(placeholder) ?? sign ?? '',
      customId: textOf(id),
      url: textOf(url),
      disabled: component.disabled === true,
      choices: objectsIn(options).map((option) => ({
        label: String(option.label),
        value: String(option.value),
      })),
    },
  ];
}

/** What became of an interaction so far. */
export function seenAnswer(world: World, { answer, followUps }: InteractionState): SeenAnswer {
  const look = (id: string): readonly SeenMessage[] => {
    const found = findMessage(world, id);
    return found === undefined ? [] : [seen(found.message)];
  };
  return {
    kind: answer.kind,
    message: 'messageId' in answer ? look(answer.messageId)[0] : undefined,
    followUps: followUps.flatMap(look),
    modal: answer.kind === 'modal' ? answer.modal : undefined,
    choices: answer.kind === 'choices' ? answer.choices : [],
  };
}
