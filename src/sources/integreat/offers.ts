/** Offers as actors: services on the web that a region recommends. */
import { check, type Problem } from '../../model/door.ts';
import { recordIds } from '../record-id.ts';
import type { SourceAnswer, SourceRecords } from '../source.ts';
import { absolute, filled } from '../values.ts';
import { pictureOf } from './picture.ts';
import { wireOffer, type WireOffer } from './wire.ts';

export const offerUrl = ({ url, post }: WireOffer): string | undefined => absolute(post?.['zammad-url'] ?? url);

/** Names of offers are not translated, so they are plain texts. */
export function readOffers([answer]: readonly SourceAnswer[]): SourceRecords {
  const { body, url: source = '' } = answer ?? {};
  if (!Array.isArray(body)) return { records: [], problems: [{ path: '', reason: 'Expected a list', source }] };
  const problems: Problem[] = [];
  const offers = new Map<string, WireOffer>();
  body.forEach((raw: unknown, index) => {
    const { value, problems: faults } = check(wireOffer, raw, undefined, [index]);
    problems.push(...faults.map((fault) => ({ ...fault, source })));
    if (!value) return;
    const key = filled(value.alias) ?? value.name;
    if (offers.has(key)) problems.push({ path: `[${index}].alias`, reason: `A second offer with the alias ${key} is left out`, source });
    else offers.set(key, value);
  });
  const ids = recordIds(offers.keys());
  const records = [...offers].map(([key, offer]) => ({
    id: ids.get(key), name: offer.name, url: offerUrl(offer), online: true, image: pictureOf(offer.thumbnail, offer.name),
  }));
  return { records, problems };
}
