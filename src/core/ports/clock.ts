/** The time. Everything that depends on "now" gets it from here, so that tests decide what time it is. */
export interface Clock {
  /** Milliseconds of the epoch. */
  now(): number;
}
