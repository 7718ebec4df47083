import { Client, Events, GatewayIntentBits } from 'discord.js';

// A bare discord.js bot, as its guide shows one: what relaying costs before anything is answered. Not TypeScript:
// discord.js loads modules at every message, and what translates would be in their way.
const { DISCORD_TOKEN = '', DISCORD_API_ROOT = '' } = process.env;
const client = new Client({
  intents: [GatewayIntentBits.Guilds, GatewayIntentBits.GuildMessages],
  rest: { api: DISCORD_API_ROOT },
});
client.on(Events.MessageCreate, async (message) => {
  if (!message.author.bot && client.user !== null && message.mentions.has(client.user))
    await message.reply(message.content);
});
client.on(Events.InteractionCreate, async (interaction) => {
  if (!interaction.isChatInputCommand()) return;
  await interaction.deferReply();
  await interaction.editReply(interaction.options.getString('question', true));
});
await client.login(DISCORD_TOKEN);
for (const signal of ['SIGINT', 'SIGTERM']) process.once(signal, () => void client.destroy());
