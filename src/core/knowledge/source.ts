/** Where a statement can be checked. `url` is absent for a source that is not on the web. */
export interface Source {
  readonly title: string;
  readonly url?: string;
}
