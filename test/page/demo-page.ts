/** A page of demo/ in a frame, as it is. */
import { waitUntil } from '@open-wc/testing';

export interface DemoPage {
  frame: HTMLIFrameElement;
  document: Document;
  widget: HTMLElement;
  /** Inside the widget. */
  root: ShadowRoot;
  /** Uncaught ones, since the page has loaded. */
  errors: unknown[];
}

const frames = new Set<HTMLIFrameElement>();

/**
 * Opens demo/`name`.html, `hash` beginning with #, and waits for the first heading of its widget (`tag`). `storage` is switched off, because all test files of
 * a browser share it.
 */
export async function openDemo(name: string, { width = 800, height = 600, journey = '', hash = '', tag = 'onboarding-journey' } = {}): Promise<DemoPage> {
  const frame = document.createElement('iframe');
  Object.assign(frame, { src: `/demo/${name}.html${hash}`, width, height });
  frame.style.border = '0';
  frames.add(frame);
  const loaded = new Promise((resolve) => frame.addEventListener('load', resolve, { once: true }));
  document.body.append(frame);
  await loaded;
  const errors: unknown[] = [];
  frame.contentWindow!.addEventListener('error', ({ error }) => errors.push(error));
  frame.contentWindow!.addEventListener('unhandledrejection', ({ reason }) => errors.push(reason));
  await waitUntil(() => frame.contentDocument!.querySelector(tag), 'the widget');
  const widget = frame.contentDocument!.querySelector<HTMLElement>(tag)!;
  widget.setAttribute('storage', 'none');
  if (journey) widget.setAttribute('journey', journey);
  await waitUntil(() => widget.shadowRoot?.querySelector(journey ? '#journey-title' : 'h2, h3'), 'the first heading', { timeout: 5_000 });
  return { frame, document: frame.contentDocument!, widget, root: widget.shadowRoot!, errors };
}

/** For `afterEach`. */
export function closeDemo(): void {
  for (const frame of frames) frame.remove();
  frames.clear();
}

/** White space collapsed. */
export const textOf = (element: Element | null | undefined): string => element?.textContent.replace(/\s+/g, ' ').trim() ?? '';

/** Opens everything that stands behind a button, waits until it is there, and says how many buttons that were. */
export async function openAll({ root, widget }: DemoPage): Promise<number> {
  const closed = () => [...root.querySelectorAll<HTMLElement>('.disclosure[aria-expanded="false"]')];
  closed()[0]?.click();
  await waitUntil(() => root.querySelector('[part~="footer"]'), 'the parts behind buttons', { timeout: 5_000 });
  closed().forEach((button) => button.click());
  await (widget as HTMLElement & { updateComplete: Promise<unknown> }).updateComplete;
  await waitUntil(() => !closed().length);
  return root.querySelectorAll('.disclosure').length;
}
