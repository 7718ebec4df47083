import type { Client, REST } from 'discord.js';
import type { PersonRef } from '../../core/chat/identity.ts';
import type { PlatformGround } from '../../core/chat/platform-ground.ts';
import type { Door } from '../../core/door.ts';
import type { Locale } from '../../core/locale.ts';
import type { TokenBuckets } from '../../core/pace/token-buckets.ts';
import type { RecentMap } from '../../core/recent-map.ts';
import type { CommandMentions } from './menu.ts';
import type { QuotedMessages } from './quoted.ts';
import type { Sender } from './send.ts';

/** What the handlers of events work with. */
export interface Workbench extends PlatformGround {
  readonly client: Client<true>;
  /** What answers to interactions go out with. */
  readonly interactionRest: REST;
  readonly sender: Sender;
  /** Where answers to interactions wait for their turn; messages come many in one parcel, and go in step anyway. */
  readonly door: Door;
  /** How fast one person may have words completed. */
  readonly completions: TokenBuckets;
  readonly mentions: CommandMentions;
  readonly quoted: QuotedMessages;
  /** What interactions told of people's languages; their messages tell nothing of it. */
  readonly languages: RecentMap<PersonRef, Locale>;
  /** In what language people last wrote in private, as far as their words showed it. */
  readonly writtenLanguages: RecentMap<PersonRef, Locale>;
}
