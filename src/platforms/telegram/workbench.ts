import type { Api } from 'grammy';
import type { UserFromGetMe } from 'grammy/types';
import type { PlatformGround } from '../../core/chat/platform-ground.ts';
import type { HandledUpdates } from '../../core/ports/handled-updates.ts';
import type { PreferenceStore } from '../../core/ports/preference-store.ts';
import type { SubscriptionStore } from '../../core/ports/subscription-store.ts';
import type { Sender } from './send.ts';

/** What the handlers of updates work with. */
export interface Workbench extends PlatformGround {
  readonly api: Api;
  readonly me: UserFromGetMe;
  readonly sender: Sender;
  /** What a group has chosen goes with it when it moves. */
  readonly preferences: PreferenceStore;
  readonly subscriptions: SubscriptionStore;
  readonly handledUpdates: HandledUpdates;
}
