/** A visitor in front of a newsletter. */
import '../../../src/define/onboarding-newsletter.ts';
import { press, type } from '../../support/browser.ts';
import { find, findAll, text, until, type Widget } from '../shared/eyes.ts';
import { replace } from '../shared/fresh-page.ts';
import { activate, reach, write } from '../shared/hands.ts';
import { visits } from '../shared/visits.ts';

export * from '../shared/eyes.ts';
export * from '../shared/hands.ts';
export { NOW } from '../shared/visits.ts';

export const { create, place, look, enter } = visits('onboarding-newsletter', wake);

/** A visitor takes some seconds to read the form. */
export async function wake(widget: Widget): Promise<void> {
  const later = widget.clock().getTime() + 5_000;
  widget.clock = () => new Date(later);
}

export const ADDRESS = 'amal@town.example';
export const ACCEPTED: Reply = [202, { status: 'accepted' }];
export const THANKS = 'One more step: open the mail we just sent you';

export const email = (widget: Widget): HTMLInputElement => find<HTMLInputElement>(widget, '#email')!;
export const consent = (widget: Widget): HTMLInputElement => find<HTMLInputElement>(widget, '#agreed')!;
export const topics = (widget: Widget): string[] => (findAll(widget, '#topics input') as HTMLInputElement[]).filter(({ checked }) => checked).map(({ value }) => value);
export const faults = (widget: Widget): string => text(widget, '.fault');
export const alerts = (widget: Widget): string => text(widget, '[role=alert]');
export const panel = (widget: Widget): string => text(widget, '#outcome');

/** Types the address, chooses the first topic where none is chosen, and agrees. */
export async function fillIn(widget: Widget, address = ADDRESS): Promise<void> {
  await write(widget, email(widget), address);
  await choose(widget);
  await agree(widget);
}

export async function choose(widget: Widget): Promise<void> {
  const first = find(widget, '#topics input');
  if (!first || topics(widget).length) return;
  await reach(widget, first);
  await press('Space');
  await widget.updateComplete;
}

export async function agree(widget: Widget): Promise<void> {
  await reach(widget, consent(widget));
  if (!consent(widget).checked) await press('Space');
  await widget.updateComplete;
}

export const subscribe = (widget: Widget): Promise<void> => activate(widget, 'Subscribe');

/** Fills in the form, sends it, and waits for a heading. */
export async function signUp(widget: Widget, heading = THANKS): Promise<void> {
  await fillIn(widget);
  await subscribe(widget);
  await until(() => panel(widget).startsWith(heading), heading);
}

/** Appends to what stands in the address. */
export async function typeOn(widget: Widget, words: string): Promise<void> {
  await reach(widget, email(widget));
  await press('End');
  await type(words);
  await widget.updateComplete;
}

/** A status with a JSON body, or no answer at all. */
export type Reply = [status: number, body: unknown] | 'none';
export interface Asked {
  /** Last part of the path. */
  at: string;
  body: Record<string, unknown>;
}

/**
 * A newsletter service in the server's place.
 * @param replies in turn, the last one for good; a function may wait
 * @returns what it was asked
 */
export function service(...replies: (Reply | (() => Promise<Reply>))[]): Asked[] {
  const asked: Asked[] = [];
  const { fetch } = globalThis;
  const value = async (url: string, init: RequestInit = {}): Promise<Response> => {
    if (!url.includes('/newsletter/')) return fetch(url, init);
    asked.push({ at: url.split('/').at(-1)!, body: JSON.parse(init.body as string) as Asked['body'] });
    const reply = replies[Math.min(asked.length, replies.length) - 1]!;
    const given = typeof reply === 'function' ? await reply() : reply;
    if (given === 'none') throw new TypeError('Failed to fetch');
    return new Response(JSON.stringify(given[1]), { status: given[0] });
  };
  replace(globalThis, 'fetch', { value, writable: true });
  return asked;
}

/** A reply that comes when the test says so. */
export function held(reply: Reply): { reply: () => Promise<Reply>; release: () => void } {
  let release = (): void => undefined;
  const waiting = new Promise<void>((resolve) => { release = resolve; });
  return { reply: () => waiting.then(() => reply), release: () => release() };
}
