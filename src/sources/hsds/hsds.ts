/**
 * Open Referral HSDS 3.0 and 3.1: the services of an API, or of a file in its shape.
 *
 * `{"source": "hsds", "url": "https://hsds.example/api"}` in `actors`. The address is that of the API, of its list of services
 * (`…/services?organization_id=…`; what is asked of the list stays in the address), of one service, or of a file (`….json`)
 * with a list of services. Optional:
 * - `"language": "de"`: the language the services are described in, so that visitors of other languages are told.
 * - `"categories": {"Sprachkurs": "language-course"}`: ids for the names of taxonomy terms, whatever their case; other terms
 *   are shown as what a service does.
 *
 * Services that are inactive or defunct are left out without a word.
 */
import type { Problem } from '../../model/door.ts';
import { check } from '../../model/door.ts';
import { Problems, type Report } from '../report.ts';
import { recordIds } from '../record-id.ts';
import type { Source, SourceAnswer } from '../source.ts';
import { labelsIn } from './labels.ts';
import { readOptions } from './options.ts';
import { askNext, gather, type Item } from './pages.ts';
import { localeOf, under } from './scope.ts';
import { actorsOf, type Named } from './services.ts';
import { wireService } from './wire.ts';

/** More than a web team reads at once. */
const MAX_PROBLEMS = 100;

/** Problems of all answers, each with the address it was read from. */
class Findings {
  readonly #answers = new Map<string, Problems>();

  readonly reporter = ({ url }: Pick<SourceAnswer, 'url'>, at: Item['at'] = []): Report => {
    let problems = this.#answers.get(url);
    if (!problems) this.#answers.set(url, problems = new Problems());
    const path = at.map((key) => (typeof key === 'number' ? `[${key}]` : key)).join('');
    return under(path, problems.report);
  };

  get lost(): boolean {
    return [...this.#answers.values()].some(({ lost }) => lost);
  }

  get list(): Problem[] {
    const all = [...this.#answers].flatMap(([source, { list }]) => list.map((problem) => ({ ...problem, source })));
    const more = all.length - MAX_PROBLEMS;
    return more > 1 ? [...all.slice(0, MAX_PROBLEMS), { path: '', reason: `${more} more faults of this source; what they are about is left out or mended` }] : all;
  }
}

export const hsds: Source = {
  format: 'hsds',
  ask: ({ url }, { collection }, answers) => (collection === 'actors' ? askNext(url, answers) : []),
  read(reference, context, answers) {
    const findings = new Findings();
    if (context.collection !== 'actors') {
      findings.reporter(reference)('', `The source "hsds" gives actors, no ${context.collection}`);
      return { records: [], problems: findings.list };
    }
    const options = readOptions(reference, findings.reporter(reference));
    // Where nobody says so, the site's own.
    const language = options.language ?? context.languages[0] ?? context.language;
    const shared = { options, locale: localeOf(language), labels: labelsIn(language), context };
    const named = new Map<string, Named>();
    for (const { raw, answer, at } of gather(reference.url, answers, findings.reporter)) {
      const report = findings.reporter(answer, at);
      const { value, problems } = check(wireService, raw);
      problems.forEach(({ path, reason }) => report(path, reason, value === undefined));
      for (const actor of value ? actorsOf(value, { ...shared, report }) : []) named.set(actor.name, actor);
    }
    const ids = recordIds(named.keys());
    return { records: [...named.values()].map(({ name, fields }) => ({ id: ids.get(name), ...fields })), problems: findings.list, partial: findings.lost };
  },
};
