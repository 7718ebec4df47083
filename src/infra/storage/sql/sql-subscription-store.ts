import type { ExpressionBuilder, ExpressionWrapper, SqlBool, Transaction } from 'kysely';
import type { PersonRef, PlaceRef } from '../../../core/chat/identity.ts';
import type { Address, Subscription, SubscriptionId } from '../../../core/daily/subscription.ts';
import type {
  DueMark,
  EndedPost,
  PlanChange,
  SubscriptionStore,
} from '../../../core/ports/subscription-store.ts';
import { handOverEntries } from './hand-over-entries.ts';
import { changeOpenEntry, endColumns } from './open-entry.ts';
import type { SqlDatabase } from './sql-database.ts';
import { addressColumns, rowOf, subscriptionOf } from './subscription-row.ts';
import type { Tables } from './tables.ts';

type Condition = (
  select: ExpressionBuilder<Tables, 'subscription'>,
) => ExpressionWrapper<Tables, 'subscription', SqlBool>;

/** Subscriptions in a database. */
export class SqlSubscriptionStore implements SubscriptionStore {
  readonly #database: SqlDatabase;

  constructor(database: SqlDatabase) {
    this.#database = database;
  }

  find(id: SubscriptionId): Promise<Subscription | undefined> {
    return this.#findOne((column) => column('id', '=', id));
  }

  findAt(address: Address): Promise<Subscription | undefined> {
    return this.#findOne((column) => column('address_key', '=', this.#addressKey(address)));
  }

  async save(subscription: Subscription): Promise<void> {
    const row = rowOf(subscription, this.#database.sealer);
    await this.#database.inTransaction('save a subscription', async (db) => {
      const replaced = await db
        .deleteFrom('subscription')
        .where('address_key', '=', row.address_key)
        .where('id', '!=', row.id)
        .returning('id')
        .execute();
      for (const { id } of replaced) await handOverEntries(db, id as SubscriptionId, subscription.id);
      await db.deleteFrom('subscription').where('id', '=', row.id).execute();
      // On PostgreSQL somebody else may have come to this address since the line above looked.
      await db
        .insertInto('subscription')
        .values(row)
        .onConflict((conflict) => conflict.column('address_key').doUpdateSet(row))
        .execute();
    });
  }

  async replan(id: SubscriptionId, { from, dueAt, ...others }: PlanChange, ended?: EndedPost): Promise<void> {
    await this.#database.inPatientTransaction('plan the next post', async (db) => {
      await db
        .updateTable('subscription')
        .set((column) => ({
          ...others,
          due_at: column.case().when('due_at', '=', from).then(dueAt).else(column.ref('due_at')).end(),
        }))
        .where('id', '=', id)
        .where('state', '!=', 'ended')
        .execute();
      if (ended === undefined) return;
      const { key, worker, end } = ended;
      await changeOpenEntry(db, key, worker, endColumns(end, this.#database.sealer));
    });
  }

  async remove(id: SubscriptionId): Promise<void> {
    await this.#database.inTransaction('remove a subscription', async (db) => {
      await db.deleteFrom('post_entry').where('subscription_id', '=', id).execute();
      await db.deleteFrom('subscription').where('id', '=', id).execute();
    });
  }

  async due(now: number, limit: number, after?: DueMark): Promise<readonly Subscription[]> {
    const action = 'look for due subscriptions';
    const rows = await this.#database.run(action, (db) =>
      db
        .selectFrom('subscription')
        .selectAll()
        .where('state', '=', 'active')
        .where('due_at', '<=', now)
        .$if(after !== undefined, (query) =>
          query.where(({ eb, refTuple, tuple }) =>
            eb(refTuple('due_at', 'id'), '>', tuple(after?.dueAt ?? 0, String(after?.id))),
          ),
        )
        .orderBy('due_at')
        .orderBy('id')
        .limit(limit)
        .execute(),
    );
    return rows.map((row) => subscriptionOf(row, action, this.#database));
  }

  async nextDue(): Promise<number | undefined> {
    const row = await this.#database.run('look for the next due subscription', (db) =>
      db
        .selectFrom('subscription')
        .select('due_at')
        .where('state', '=', 'active')
        .orderBy('due_at')
        .limit(1)
        .executeTakeFirst(),
    );
    return row?.due_at;
  }

  async move(from: Address, to: Address, place: PlaceRef): Promise<void> {
    const fromKey = this.#addressKey(from);
    const columns = addressColumns(to, place, this.#database.sealer);
    await this.#database.inTransaction('move a subscription', async (db) => {
      const at = (key: string) =>
        db
          .selectFrom('subscription')
          .select(['id', 'state'])
          .where('address_key', '=', key)
          .executeTakeFirst();
      const moving = await at(fromKey);
      if (moving === undefined) return;
      const standing = from === to ? undefined : await at(columns.address_key);
      const isReplaced = standing?.state === 'ended' && moving.state !== 'ended';
      const [stays, goes] = standing === undefined || isReplaced ? [moving, standing] : [standing, moving];
      if (goes !== undefined) {
        await db.deleteFrom('subscription').where('id', '=', goes.id).execute();
        await handOverEntries(db, goes.id as SubscriptionId, stays.id as SubscriptionId);
      }
      if (stays === moving)
        await db.updateTable('subscription').set(columns).where('id', '=', moving.id).execute();
    });
  }

  removeEnded(now: number, limit: number): Promise<number> {
    return this.#database.inTransaction('remove ended subscriptions', (db) =>
      removeWhere(db, (column) =>
        column(
          'id',
          'in',
          column
            .selectFrom('subscription')
            .select('id')
            .where('state', '=', 'ended')
            .where('due_at', '<=', now)
            .orderBy('due_at')
            .limit(limit),
        ),
      ),
    );
  }

  forgetPlace(place: PlaceRef): Promise<number> {
    const key = this.#database.sealer.lookup('place', place);
    return this.#database.inTransaction('forget the subscriptions of a place', (db) =>
      removeWhere(db, (column) => column('place_key', '=', key)),
    );
  }

  async forgetPerson(person: PersonRef): Promise<number> {
    const key = this.#database.sealer.lookup('person', person);
    const { numUpdatedRows } = await this.#database.run('forget who subscribed', (db) =>
      db
        .updateTable('subscription')
        .set({ subscriber: null, subscriber_key: null })
        .where('subscriber_key', '=', key)
        .executeTakeFirstOrThrow(),
    );
    return Number(numUpdatedRows);
  }

  async #findOne(condition: Condition): Promise<Subscription | undefined> {
    const action = 'look for a subscription';
    const row = await this.#database.run(action, (db) =>
      db.selectFrom('subscription').selectAll().where(condition).executeTakeFirst(),
    );
    return row === undefined ? undefined : subscriptionOf(row, action, this.#database);
  }

  #addressKey(address: Address): string {
    return this.#database.sealer.lookup('address', address);
  }
}

/** Removes subscriptions with the entries of their posts, and tells how many they were. */
async function removeWhere(db: Transaction<Tables>, condition: Condition): Promise<number> {
  const gone = await db.deleteFrom('subscription').where(condition).returning('id').execute();
  for (const { id } of gone) await db.deleteFrom('post_entry').where('subscription_id', '=', id).execute();
  return gone.length;
}
