/** What the office does for a person who has no link at hand. */
import { inWrite } from './database.mjs';
import { exportOf } from './export.mjs';
import { remove } from './life.mjs';
import { addressHash } from './tokens.mjs';

/** @param {object} parts see `createStore` */
export function createByAddress({ db, log, config, clock }) {
  const keyOf = (address) => addressHash(config.key, address);
  const find = (tx, address) => tx.selectFrom('subscription').selectAll().where('address_key', '=', keyOf(address)).executeTakeFirst();

  return {
    /** @returns {Promise<object>} see `exportOf`; `stored: false` and the line of the suppression list, if any, where nothing else is */
    async showAddress(address) {
      const row = await find(db, address);
      if (row) return { stored: true, ...await exportOf({ db, log }, row) };
      const action = log.last(keyOf(address));
      return { stored: false, suppression: action ? { action, at: new Date(log.at(keyOf(address))).toISOString() } : null };
    },

    /** @returns {Promise<boolean>} false where there was nothing, or nothing but "never write to me again", which stays */
    deleteAddress: (address) => inWrite(db, async (tx) => {
      const row = await find(tx, address);
      if (!row || row.status === 'stopped') return false;
      await log.append('deleted', row.address_key);
      await remove(tx, row, clock());
      return true;
    }),

    /** Takes "never write to me again" back. @returns {Promise<boolean>} false where it was not said */
    allowAddress: (address) => inWrite(db, async (tx) => {
      const row = await find(tx, address);
      if (log.last(keyOf(address)) !== 'stopped' && row?.status !== 'stopped') return false;
      await log.append('allowed', keyOf(address));
      if (row) await remove(tx, row, clock());
      return true;
    }),
  };
}
