/** Faults in the data, told to the web team: one event each, and one grouped console message per answer. */
import type { Problem } from '../model/door.ts';
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

export function reportProblems(element: HTMLElement, endpoint: string, problems: readonly Problem[]): void {
  for (const problem of problems) dispatch(element, { ...problem, endpoint, fatal: false });
  const lines = problems.map(({ path, reason, source }) => `${source ?? endpoint} ${path}: ${reason}`).filter((line) => !told.has(line));
  if (!lines.length) return;
  console.groupCollapsed(`onboarding-widgets: ${lines.length} faulty part(s) left out of ${endpoint}`);
  for (const line of lines) {
    told.add(line);
    console.warn(line);
  }
  console.groupEnd();
}

export function reportFailure(element: HTMLElement, endpoint: string, error: LoadError): void {
  dispatch(element, { path: '', reason: error.message, source: error.url, endpoint, fatal: true });
  console.error(`onboarding-widgets: nothing to show from ${endpoint}. ${error.url === endpoint ? '' : `${error.url}: `}${error.message}`);
}

function dispatch(element: HTMLElement, detail: ProblemDetail): void {
  element.dispatchEvent(new CustomEvent<ProblemDetail>('onboarding-problem', { detail, bubbles: true, composed: true }));
}
