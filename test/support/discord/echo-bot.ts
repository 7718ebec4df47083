import { once } from 'node:events';
import {
  ActionRowBuilder,
  ButtonBuilder,
  ButtonStyle,
  Client,
  Events,
  GatewayIntentBits,
  type Interaction,
  ModalBuilder,
  Partials,
  TextInputBuilder,
  TextInputStyle,
} from 'discord.js';
import { createDiscordServer, type DiscordServer, type DiscordServerOptions } from './discord-server.ts';

/** A bot of discord.js alone, with the local Discord it belongs to. */
export interface EchoBot {
  readonly server: DiscordServer;
  readonly client: Client;
  /** A guild with one channel. */
  readonly guild: { readonly id: string; readonly channelId: string };
  /** Logs in and waits until the bot is ready. */
  login(): Promise<void>;
  stop(): Promise<void>;
}

const INTENTS = GatewayIntentBits.Guilds | GatewayIntentBits.GuildMessages | GatewayIntentBits.DirectMessages;

/** The commands of the echo bot. */
export const ECHO_COMMANDS = [
  {
    name: 'hỏi',
    description: 'Nhắc lại một câu',
    options: [{ type: 3, name: 'câu', description: 'Câu hỏi', required: true, autocomplete: true }],
    contexts: [0, 1, 2],
    integration_types: [0, 1],
  },
  { name: 'Kiểm chứng', type: 3 },
] as const;

/** Starts a local Discord with an echo bot, not logged in yet. */
export async function createEchoBot(
  options: DiscordServerOptions = {},
  { intents = 0, shards }: { readonly intents?: number; readonly shards?: 'auto' } = {},
): Promise<EchoBot> {
  const server = await createDiscordServer(options);
  const guild = server.guild();
  const client = new Client({
    intents: INTENTS | intents,
    partials: [Partials.Channel],
    rest: { api: server.root, offset: 0, retries: 2 },
    // Discord's five seconds between two identifies are not worth waiting for here.
    ws: { buildIdentifyThrottler: async () => ({ waitForIdentify: async () => {} }) },
    ...(shards === undefined ? {} : { shards }),
  });
  client.on(Events.Error, () => {});
  client.on(Events.ShardError, () => {});
  client.on(Events.MessageCreate, async (message) => {
    const isForUs = message.inGuild() ? message.mentions.has(server.botUser.id) : true;
    if (!message.author.bot && isForUs) await message.reply(`nghe: ${message.content}`).catch(() => {});
  });
  client.on(Events.InteractionCreate, (interaction) => void answer(interaction).catch(() => {}));
  return {
    server,
    client,
    guild,
    async login() {
      const ready = once(client, Events.ClientReady);
      await client.login(server.token);
      await ready;
    },
    async stop() {
      await client.destroy();
      await server.stop();
    },
  };
}

async function answer(interaction: Interaction): Promise<void> {
  if (interaction.isChatInputCommand()) {
    await interaction.deferReply();
    const content = `${interaction.locale}: ${interaction.options.getString('câu', true)}`;
    await interaction.editReply({ content, components: [row()] });
  } else if (interaction.isAutocomplete())
    await interaction.respond([{ name: `${interaction.options.getFocused()}…`, value: 'gợi ý' }]);
  else if (interaction.isMessageContextMenuCommand())
    await interaction.reply({
      content: `đọc: ${interaction.targetMessage.content}`,
      flags: 64,
      withResponse: true,
    });
  else if (interaction.isButton() && interaction.customId === 'thêm')
    await interaction.update({ content: `${interaction.message.content} (thêm)` });
  else if (interaction.isButton()) await interaction.showModal(modal());
  else if (interaction.isModalSubmit())
    await interaction.reply(`ghi: ${interaction.fields.getTextInputValue('năm')}`);
}

const row = () =>
  new ActionRowBuilder<ButtonBuilder>().addComponents(
    new ButtonBuilder().setCustomId('thêm').setLabel('Xem thêm').setStyle(ButtonStyle.Primary),
    new ButtonBuilder().setCustomId('sửa').setLabel('Báo lỗi').setStyle(ButtonStyle.Secondary),
    new ButtonBuilder().setURL('https://example.org/nguon').setLabel('Nguồn').setStyle(ButtonStyle.Link),
  );

const modal = () =>
  new ModalBuilder()
    .setCustomId('báo lỗi')
    .setTitle('Báo lỗi')
    .addComponents(
      new ActionRowBuilder<TextInputBuilder>().addComponents(
        new TextInputBuilder().setCustomId('năm').setLabel('Năm đúng').setStyle(TextInputStyle.Short),
      ),
    );
