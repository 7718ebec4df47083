import { DefaultRestOptions } from 'discord.js';

// discord.js keeps to Discord's fifty requests a second by itself. A stub has no such limit, and what would be measured
// is that number; both bots are started with this before them. What a bot is made of is not changed.
Object.assign(DefaultRestOptions, { globalRequestsPerSecond: Number.POSITIVE_INFINITY });
