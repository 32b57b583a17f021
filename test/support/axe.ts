/** The accessibility audit that every state of a widget has to pass. */
import type { Result, RunOptions } from 'axe-core';

type Axe = typeof import('axe-core');

/** Rules that judge more than the widget in front of them, each with the reason why it is off. All others are on. */
const off: Record<string, string> = {
  bypass: 'ways around repeated blocks are the page’s task',
  'document-title': 'the title belongs to the page',
  'html-has-lang': 'the root element belongs to the page',
  'html-lang-valid': 'the root element belongs to the page',
  'html-xml-lang-mismatch': 'the root element belongs to the page',
  'landmark-one-main': 'the main landmark belongs to the page',
  'page-has-heading-one': 'the first heading belongs to the page',
  region: 'the page puts the widget into a landmark',
  'hidden-content': 'always asks a person to look; the tests audit each state with its content shown instead',
};

export interface Allowance {
  /** Rules whose "needs review" findings are known, each with the reason why they are no fault. */
  incomplete?: Record<string, string>;
}

/** Fails unless axe-core finds no violation in the element and nothing it cannot decide, apart from the allowance. */
export async function expectAccessible(element: Element, { incomplete = {} }: Allowance = {}): Promise<void> {
  const axe = await loadAxe();
  const results = await axe.run(element, { resultTypes: ['violations', 'incomplete'], rules: allRules(axe) });
  const unclear = results.incomplete.filter(({ id }) => !(id in incomplete));
  const faults = [...results.violations.map(describe), ...unclear.map((result) => `(needs review) ${describe(result)}`)];
  if (faults.length) throw new Error(`${faults.length} accessibility finding(s)\n\n${faults.join('\n\n')}`);
}

/** Every rule that axe-core itself still stands behind, also those it leaves off by default, such as target-size. */
function allRules(axe: Axe): NonNullable<RunOptions['rules']> {
  const current = axe.getRules().filter(({ tags }) => !tags.includes('deprecated'));
  return Object.fromEntries(current.map(({ ruleId }) => [ruleId, { enabled: !(ruleId in off) }]));
}

function describe({ id, help, nodes }: Result): string {
  const places = nodes.map(({ html, target, failureSummary }) => `  ${target.flat().join(' ')}\n  ${html}\n  ${failureSummary ?? ''}`);
  return [`${id}: ${help}`, ...places].join('\n');
}

/** A script element, because axe-core is no module. */
let loading: Promise<Axe> | undefined;
function loadAxe(): Promise<Axe> {
  loading ??= new Promise((resolve, reject) => {
    const script = document.createElement('script');
    script.src = '/node_modules/axe-core/axe.min.js';
    script.onload = () => resolve((window as unknown as { axe: Axe }).axe);
    script.onerror = () => reject(new Error('axe-core could not be loaded'));
    document.head.append(script);
  });
  return loading;
}
