import assert from 'node:assert/strict';
import { afterEach, beforeEach, describe, it } from 'node:test';
import type { PreferenceStore } from '../../src/core/ports/preference-store.ts';
import { aPlace } from './sample-subscription.ts';

/** An empty store that is there for one test. */
export interface OpenPreferenceStore {
  readonly preferences: PreferenceStore;
  close(): Promise<void>;
}

/** What every keeper of preferences promises. */
export function preferenceStoreContract(name: string, open: () => Promise<OpenPreferenceStore>): void {
  describe(`preferences kept in ${name}`, () => {
    let opened: OpenPreferenceStore;
    beforeEach(async () => {
      opened = await open();
    });
    afterEach(() => opened.close());

    it('know no language before anyone chose', async () => {
      assert.equal(await opened.preferences.language(aPlace('one')), undefined);
    });

    it('give back the language chosen last, each place its own', async () => {
      const { preferences } = opened;
      await preferences.setLanguage(aPlace('one'), 'vi');
      await preferences.setLanguage(aPlace('one'), 'en');
      await preferences.setLanguage(aPlace('two'), 'vi');
      assert.equal(await preferences.language(aPlace('one')), 'en');
      assert.equal(await preferences.language(aPlace('two')), 'vi');
    });

    it('go along when a place moves, over what was chosen at the new one', async () => {
      const { preferences } = opened;
      await preferences.setLanguage(aPlace('group'), 'en');
      await preferences.setLanguage(aPlace('supergroup'), 'vi');
      await preferences.move(aPlace('group'), aPlace('supergroup'));
      assert.equal(await preferences.language(aPlace('supergroup')), 'en');
      assert.equal(await preferences.language(aPlace('group')), undefined);
    });

    it('stay as they are when a place without a choice moves to one with a choice', async () => {
      const { preferences } = opened;
      await preferences.setLanguage(aPlace('supergroup'), 'en');
      await preferences.move(aPlace('group'), aPlace('supergroup'));
      assert.equal(await preferences.language(aPlace('supergroup')), 'en');
    });

    it('outlast a move of a place to itself', async () => {
      const { preferences } = opened;
      await preferences.setLanguage(aPlace('group'), 'en');
      await preferences.move(aPlace('group'), aPlace('group'));
      assert.equal(await preferences.language(aPlace('group')), 'en');
    });

    it('are gone once the place is forgotten, and are counted once', async () => {
      const { preferences } = opened;
      await preferences.setLanguage(aPlace('one'), 'en');
      await preferences.setLanguage(aPlace('two'), 'en');
      assert.equal(await preferences.forgetPlace(aPlace('one')), 1);
      assert.equal(await preferences.forgetPlace(aPlace('one')), 0);
      assert.equal(await preferences.language(aPlace('one')), undefined);
      assert.equal(await preferences.language(aPlace('two')), 'en');
    });
  });
}
