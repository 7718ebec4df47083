import type { Delivery, Outbox, OutgoingPost } from '../../../src/core/ports/outbox.ts';
import type { FakeTime } from './fake-time.ts';

/** What the platform does with a post: an answer, or the post arriving without one, or no answer at all. */
export type Fault = Delivery | 'delivered-unanswered' | 'hangs';

/** A platform that writes down what arrives, forgets nonces after a while, and fails when told. */
export class RecordingOutbox implements Outbox {
  readonly platform: string;
  readonly repeatable: boolean;
  /** What stands in the places, in order. */
  readonly posts: { readonly post: OutgoingPost; readonly at: number }[] = [];
  /** When requests came in. */
  readonly requests: number[] = [];
  /** The highest number of requests at one time. */
  mostAtOnce = 0;
  readonly #faults = new Map<string, Fault[]>();
  readonly #time: FakeTime;
  #atOnce = 0;
  latencyMs = 0;

  constructor(time: FakeTime, platform = 'test', repeatable = false) {
    this.#time = time;
    this.platform = platform;
    this.repeatable = repeatable;
  }

  /** The next requests for an address meet these, one each. */
  fail(address: string, ...faults: readonly Fault[]): void {
    this.#faults.set(address, [...(this.#faults.get(address) ?? []), ...faults]);
  }

  async send(post: OutgoingPost, signal: AbortSignal): Promise<Delivery> {
    this.requests.push(this.#time.now());
    this.#atOnce += 1;
    this.mostAtOnce = Math.max(this.mostAtOnce, this.#atOnce);
    if (this.latencyMs > 0) await this.#time.sleep(this.latencyMs);
    const fault = this.#faults.get(post.address)?.shift();
    if (fault === 'hangs') await new Promise((resolve) => signal.addEventListener('abort', resolve));
    this.#atOnce -= 1;
    if (fault === 'hangs') return { kind: 'unconfirmed' };
    if (fault !== undefined && fault !== 'delivered-unanswered') return fault;
    const known = this.repeatable && this.posts.some((each) => each.post.nonce === post.nonce);
    if (!known) this.posts.push({ post, at: this.#time.now() });
    if (fault === 'delivered-unanswered') return { kind: 'unconfirmed' };
    return { kind: 'sent', link: `https://example.org/${post.nonce}` };
  }
}
