/**
 * Which addresses are asked for the services. The first page says how many there are; the others are asked several at a
 * time. A server that does not nest what belongs to a service is asked for each service.
 */
import { MAX_RECORDS, isMap } from '../../model/door.ts';
import type { SourceAnswer, SourceQuery } from '../source.ts';
import type { Report } from '../report.ts';

const AT_ONCE = 20;
const [MAX_PAGES, PER_PAGE] = [1000, 100];
/** Services that are asked one by one. */
const MAX_SINGLE = 500;

/** A service as it was sent. */
export interface Item {
  raw: unknown;
  answer: SourceAnswer;
  /** Keys to it in its answer. */
  at: readonly (string | number)[];
}

/** The services of one answer: a list, a page of one (`contents`), a data package (`services`), or a service. Undefined: none of these. */
function itemsOf(answer: SourceAnswer): Item[] | undefined {
  const { body } = answer;
  const all = (items: unknown, ...at: string[]): Item[] | undefined =>
    (Array.isArray(items) ? items.map((raw: unknown, index) => ({ raw, answer, at: [...at, index] })) : undefined);
  if (!isMap(body)) return all(body);
  return all(body.contents, 'contents') ?? all(body.services, 'services') ?? ('name' in body ? [{ raw: body, answer, at: [] }] : undefined);
}

const idOf = ({ raw }: Item): string | undefined => (isMap(raw) && ['string', 'number'].includes(typeof raw.id) ? String(raw.id) : undefined);

/** A page with nothing but single values says nothing of places, telephones and hours. */
const isNested = ({ raw }: Item): boolean => isMap(raw) && Object.values(raw).some(Array.isArray);

/** The list of an API, by its own address or that of the API. Undefined: the address of a file or of one service, to be read as it is. */
function listAt(url: string): URL | undefined {
  const list = new URL(url);
  const path = list.pathname.replace(/\/+$/, '');
  if (/\/services\/|\.[a-z]\w*$/i.test(path)) return undefined;
  list.pathname = path.endsWith('/services') ? path : `${path}/services`;
  list.hash = '';
  // From another page on, everything before it would be missing.
  list.searchParams.delete('page');
  return list;
}

function pageAt(list: URL, page?: number): SourceQuery {
  const address = new URL(list);
  address.searchParams.set('full', 'true');
  address.searchParams.set('per_page', String(PER_PAGE));
  if (page !== undefined) address.searchParams.set('page', String(page));
  return { url: address.href, as: 'json' };
}

function serviceAt(list: URL, id: string): SourceQuery {
  const address = new URL(list);
  address.pathname += `/${encodeURIComponent(id)}`;
  // One of them must not cost all others.
  return { url: address.href, as: 'json', optional: true };
}

const numberIn = (body: unknown, key: string): number | undefined => {
  const value = isMap(body) ? Number(body[key] ?? NaN) : NaN;
  return Number.isSafeInteger(value) && value >= 0 ? value : undefined;
};

/** Everything that was read, put in order once. */
interface Read {
  pages: readonly SourceAnswer[];
  /** Services asked one by one. */
  single: readonly SourceAnswer[];
  /** Each once, in the order of the pages. */
  items: Item[];
  /** Whether the last page had a service that was not on one before. */
  newOnLast: boolean;
}

function readAll(list: URL | undefined, answers: readonly SourceAnswer[], report: (item: Item, reason: string) => void = () => undefined): Read {
  const isPage = ({ url }: SourceAnswer): boolean => !list || new URL(url).pathname === list.pathname;
  const pages = answers.filter(isPage);
  const seen = new Map<string, SourceAnswer>();
  const items: Item[] = [];
  let newOnLast = false;
  for (const page of pages) {
    const before = seen.size;
    for (const item of itemsOf(page) ?? []) {
      const id = idOf(item);
      const other = id === undefined ? undefined : seen.get(id);
      // What moves to the next page while pages are read comes twice; on one page it is a fault.
      if (other === page) report(item, `A second service with the id ${id} is left out`);
      if (other) continue;
      if (id !== undefined) seen.set(id, page);
      items.push(item);
    }
    newOnLast = seen.size > before;
  }
  return { pages, single: answers.filter((answer) => !isPage(answer)), items, newOnLast };
}

/** The numbers of the pages to ask next, several where the first one says how many there are. */
function nextPages({ pages, items, newOnLast }: Read): number[] {
  const [first, last] = [pages[0]?.body, pages.at(-1)?.body];
  // A server that does not know `page` sends the same again and again.
  if (!newOnLast || items.length >= MAX_RECORDS || pages.length >= MAX_PAGES) return [];
  const services = numberIn(first, 'total_items');
  // A server may send fewer a page than it is asked for.
  const total = numberIn(first, 'total_pages') ?? (services && Math.ceil(services / itemsOf(pages[0]!)!.length));
  const more = total === undefined ? Number(isMap(last) && last.last_page === false) : total - pages.length;
  const next = (numberIn(first, 'page_number') ?? 1) + pages.length;
  return Array.from({ length: Math.max(0, Math.min(more, AT_ONCE, MAX_PAGES - pages.length)) }, (_, index) => next + index);
}

/** Services of a list that says too little of them. A file has no further addresses. */
function bareIds(list: URL | undefined, { pages, items }: Read): string[] {
  if (!list || !isMap(pages[0]?.body) || items.some(isNested)) return [];
  return items.flatMap((item) => idOf(item) ?? []);
}

export function askNext(url: string, answers: readonly SourceAnswer[]): SourceQuery[] {
  const list = listAt(url);
  if (!answers.length) return [list ? pageAt(list) : { url, as: 'json' }];
  if (!list) return [];
  const read = readAll(list, answers);
  const pages = read.single.length ? [] : nextPages(read);
  if (pages.length) return pages.map((page) => pageAt(list, page));
  const asked = read.single.length;
  return bareIds(list, read).slice(asked, Math.min(asked + AT_ONCE, MAX_SINGLE)).map((id) => serviceAt(list, id));
}

/**
 * All services that were sent, each once.
 * @param reporter takes what is said of one answer
 */
export function gather(url: string, answers: readonly SourceAnswer[], reporter: (answer: SourceAnswer, at?: Item['at']) => Report): Item[] {
  const list = listAt(url);
  const read = readAll(list, answers, (item, reason) => reporter(item.answer, item.at)('id', reason));
  const [first] = answers;
  if (!first) return [];
  const report = reporter(first);
  for (const page of read.pages) if (!itemsOf(page)) reporter(page)('', 'The answer is no list of services', true);

  const { pages } = read;
  const items = read.items.slice(0, MAX_RECORDS);
  const total = Math.max(numberIn(first.body, 'total_items') ?? 0, read.items.length);
  const last = pages.at(-1)?.body;
  if (total > items.length) report('', `Only the first ${items.length} of ${total} services are shown`, true);
  else if (isMap(last) && last.last_page === false) report('last_page', `The server has more than the ${pages.length} pages that were read`, true);

  const bare = bareIds(list, read);
  if (bare.length > MAX_SINGLE) report('contents', `The list does not nest what belongs to a service; it is asked for the first ${MAX_SINGLE} of ${bare.length} services only`, true);
  for (const answer of read.single) if (answer.body === undefined) reporter(answer)('', 'No answer about this service; it is shown as far as the list tells it', true);
  const whole = new Map(read.single.flatMap((answer) => itemsOf(answer) ?? []).map((item) => [idOf(item), item]));
  return items.map((item) => {
    const detail = whole.get(idOf(item) ?? '');
    return detail && isMap(item.raw) && isMap(detail.raw) ? { ...detail, raw: { ...item.raw, ...detail.raw } } : item;
  });
}
