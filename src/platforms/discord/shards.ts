import type { ClientOptions } from 'discord.js';

/** Which shards this process runs: as many as Discord recommends, or a part of those that several processes share. */
export type ShardPlan =
  | { readonly kind: 'auto' }
  /** From `first` to `last`, both included, of `count` in all. */
  | { readonly kind: 'range'; readonly first: number; readonly last: number; readonly count: number };

/** The plan as discord.js takes it. */
export function shardOptions(plan: ShardPlan): Pick<ClientOptions, 'shards' | 'shardCount'> {
  if (plan.kind === 'auto') return { shards: 'auto' };
  const { first, last, count } = plan;
  return { shards: Array.from({ length: last - first + 1 }, (_, index) => first + index), shardCount: count };
}

/** Direct messages and what concerns the whole application go to the first shard. */
export const hasFirstShard = (plan: ShardPlan): boolean => plan.kind === 'auto' || plan.first === 0;
