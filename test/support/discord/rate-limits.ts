/** So many requests in so many seconds. */
export interface RateLimit {
  readonly requests: number;
  readonly seconds: number;
}

/** Headers as names and values. */
export type Headers = { readonly [name: string]: string };

/** What a limit says about one request. */
export interface Verdict {
  readonly headers: Headers;
  /** Seconds until the next request may come; undefined when this one may pass. */
  readonly retryAfterSeconds: number | undefined;
}

/** Limits per route, counted per channel, guild or webhook as Discord does. */
export interface RateLimits {
  limit(route: string, limit: RateLimit): void;
  judge(route: string, parameters: { readonly [name: string]: string }): Verdict | undefined;
}

/** The headers of a 429 answer. */
export function tooManyHeaders(seconds: number, scope: 'user' | 'shared' | 'global'): Headers {
  const own = { 'Retry-After': String(Math.ceil(seconds)), 'X-RateLimit-Scope': scope };
  if (scope === 'global') return { ...own, 'X-RateLimit-Global': 'true' };
  return { ...own, ...bucketHeaders('ordered', { requests: 5, seconds: 5 }, 0, seconds) };
}

function bucketHeaders(bucket: string, limit: RateLimit, remaining: number, seconds: number): Headers {
  return {
    'X-RateLimit-Bucket': Buffer.from(bucket).toString('hex').slice(0, 32),
    'X-RateLimit-Limit': String(limit.requests),
    'X-RateLimit-Remaining': String(remaining),
    'X-RateLimit-Reset': ((Date.now() + seconds * 1000) / 1000).toFixed(3),
    'X-RateLimit-Reset-After': seconds.toFixed(3),
  };
}

/**
 * No limits yet. Windows run on the real clock and not on that of the world: the client that has to wait for them
 * knows only the real one.
 */
export function createRateLimits(): RateLimits {
  const limits = new Map<string, RateLimit>();
  const windows = new Map<string, { readonly endsAt: number; used: number }>();
  return {
    limit: (route, limit) => void limits.set(route, limit),
    judge(route, parameters) {
      const limit = limits.get(route);
      if (limit === undefined) return undefined;
      const owner = parameters.channel_id ?? parameters.guild_id ?? parameters.webhook_token ?? '';
      const key = `${route} ${owner}`;
      const known = windows.get(key);
      const now = Date.now();
      const window =
        known === undefined || known.endsAt <= now ? { endsAt: now + limit.seconds * 1000, used: 0 } : known;
      windows.set(key, window);
      const left = (window.endsAt - now) / 1000;
      if (window.used >= limit.requests) {
        const headers = { ...tooManyHeaders(left, 'user'), ...bucketHeaders(route, limit, 0, left) };
        return { headers, retryAfterSeconds: left };
      }
      window.used += 1;
      const headers = bucketHeaders(route, limit, limit.requests - window.used, left);
      return { headers, retryAfterSeconds: undefined };
    },
  };
}
