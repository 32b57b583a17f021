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

/** Nothing could be loaded. */
export const reportFailure = (element: HTMLElement, endpoint: string, error: LoadError): void =>
  report(element, endpoint, [{ path: '', reason: explain(error), source: error.url }], true);

export function report(element: HTMLElement, endpoint: string, problems: readonly Problem[], fatal = false): void {
  for (const problem of problems) {
    const detail: ProblemDetail = { ...problem, endpoint, fatal };
    element.dispatchEvent(new CustomEvent('onboarding-problem', { detail, bubbles: true, composed: true }));
  }
  const lines = problems.map(({ path, reason, source }) => `${source ?? endpoint} ${path}: ${reason}`);
  const news = lines.filter((line) => fatal || !told.has(line));
  if (!news.length) return;
  console.group(fatal ? `onboarding-widgets: ${endpoint} could not be loaded` : `onboarding-widgets: ${news.length} faulty part(s) left out of ${endpoint}`);
  for (const line of news) {
    told.add(line);
    console[fatal ? 'error' : 'warn'](line);
  }
  console.groupEnd();
}
