/** Faults in the data, told to the web team: one event each, and one grouped console message per answer. */
import type { Problem } from '../model/door.ts';
import { explain } from './load/explain.ts';
import type { LoadError } from './load/load-error.ts';

/** Detail of `onboarding-problem`. */
export interface ProblemDetail extends Problem {
  /** Address of the endpoint. */
  endpoint: string;
  /** True where nothing could be shown. */
  fatal: boolean;
}

/** What the console has heard: once per page, however many widgets show the data. */
const told = new Set<string>();
/** What each element has said: data that are read again have the same faults. */
const heard = new WeakMap<HTMLElement, Set<string>>();
/** Told of one answer; a broken export may have as many faults as fields. */
const LIMIT = 1_000;

/** Nothing could be loaded. */
export const reportFailure = (element: HTMLElement, endpoint: string, error: LoadError): void =>
  report(element, endpoint, [{ path: '', reason: explain(error), source: error.url }], true);

export function report(element: HTMLElement, endpoint: string, problems: readonly Problem[], fatal = false): void {
  const lines = problems.map(({ path, reason, source }) => `${source ?? endpoint} ${path}: ${reason}`);
  const known = heard.get(element) ?? new Set();
  heard.set(element, known);
  const news = lines.flatMap((line, index) => (fatal || !known.has(line) ? [{ line, problem: problems[index]! }] : [])).slice(0, LIMIT);
  for (const { line, problem } of news) {
    known.add(line);
    const detail: ProblemDetail = { ...problem, endpoint, fatal };
    element.dispatchEvent(new CustomEvent('onboarding-problem', { detail, bubbles: true, composed: true }));
  }
  const untold = news.filter(({ line }) => fatal || !told.has(line));
  if (!untold.length) return;
  console.group(fatal ? `onboarding-widgets: ${endpoint} could not be loaded` : `onboarding-widgets: ${untold.length} faulty part(s) left out of ${endpoint}`);
  for (const { line } of untold) {
    told.add(line);
    console[fatal ? 'error' : 'warn'](line);
  }
  console.groupEnd();
}
