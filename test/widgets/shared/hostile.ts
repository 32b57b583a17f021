/** Data that wants to be more than data, for any widget. */
import { expect } from '@open-wc/testing';
import { expectAccessible, type Allowance } from '../../support/axe.ts';
import { find, findAll, text, type Widget } from './eyes.ts';
import { answer, listen, onFreshPage, replace } from './fresh-page.ts';
import type { Document } from './site.ts';
import type { Specimen } from './specimen.ts';

export const MARKUP = '"><img src=x onerror=hacked()><script>hacked()</script><a href="javascript:hacked()">${hacked()}{{hacked()}}</a>';

/** Ids in an address that name nothing. */
export const ODD_NAMES: readonly string[] = ['nothing', '%', '%00', '"]%20*,%20[x="', '../../x', '__proto__', 'a'.repeat(5_000)];

/** What no text may bring into a widget. */
export const FORBIDDEN = 'img, script, iframe, object, embed, style, link, svg, math, template, [onerror], [onclick], [onload], [style]';

/** The document with the markup before every text in a field of these names. */
export const withMarkup = <D extends Document>(document: D, fields: ReadonlySet<string>): D =>
  JSON.parse(JSON.stringify(document, (key, value: unknown) => (fields.has(key) && typeof value === 'string' ? `${MARKUP} ${value}` : value))) as D;

/** Counts what hostile data managed to run. */
export function watch(): { calls: number } {
  const seen = { calls: 0 };
  for (const name of ['hacked', 'alert', 'confirm', 'prompt', 'open', 'print']) replace(window, name, { value: (): void => void seen.calls++ });
  return seen;
}

export interface Hostility {
  /** Names of all fields that hold a text in the full document. */
  fields: ReadonlySet<string>;
  /** What no text may bring into this widget, beside `FORBIDDEN`. */
  forbidden?: string;
  /** What the widget itself shows of those, such as the image of a record. */
  own?: string;
  /** Opens everything at once, and waits for what it opens. */
  open(widget: Widget): Promise<void>;
  /** Asserts that texts are shown with the markup as text. */
  expectMarkup(widget: Widget): Promise<void> | void;
  /** Asserts that the full document is on the screen, everything open. */
  expectFull(widget: Widget): Promise<void> | void;
  /** Documents of the wrong shape, each with what it is. */
  shapes: readonly (readonly [what: string, document: unknown])[];
  /** Uses a widget that shows anything of such a document. */
  use(widget: Widget): Promise<void>;
  /** What the audit cannot decide where everything is open. */
  allowance?: Allowance;
}

const POISON = '{"__proto__":{"polluted":1},"constructor":{"prototype":{"polluted":1}},"toString":7,"hasOwnProperty":null,';

export function survivesHostility({ noun, headingId, full, named, look, enter }: Specimen, { fields, forbidden, own, open, expectMarkup, expectFull, shapes, use, allowance }: Hostility): void {
  const neverThere = forbidden ? `${FORBIDDEN}, ${forbidden}` : FORBIDDEN;
  const intruders = (widget: Widget): string[] => findAll(widget, neverThere).filter((node) => !own || !node.matches(own)).map(({ outerHTML }) => outerHTML);
  /** Enters with an answer that is too long for an address. */
  const enterWith = (body: string): Promise<Widget> => {
    answer(() => new Response(body));
    return enter(named('replaced'));
  };

  describe(`Hostile data of a ${noun}`, () => {
    onFreshPage();

    it('of script in every text are shown as text, accessibly', async () => {
      listen();
      const seen = watch();
      const innocent = await enter(full());
      await open(innocent);
      const widget = await enterWith(JSON.stringify(withMarkup(full(), fields)));
      await open(widget);
      expect(findAll(widget, '*').length).to.equal(findAll(innocent, '*').length);
      expect(intruders(widget)).to.deep.equal([]);
      innocent.remove();
      await expectMarkup(widget);
      expect(intruders(widget)).to.deep.equal([]);
      expect(seen.calls).to.equal(0);
      await expectAccessible(widget, allowance);
    });

    it('of keys that JavaScript knows change no prototype', async () => {
      listen();
      const widget = await enterWith(JSON.stringify(full()).replaceAll('{"', () => `${POISON}"`));
      await open(widget);
      await expectFull(widget);
      expect('polluted' in {}).to.be.false;
      expect(Object.keys(Object.prototype)).to.have.length(0);
    });

    const none: [string, unknown][] = [['nothing', null], ['a list', []], ['a number', 7], ['a string', 'x']];
    for (const [what, document] of [...none, ['a site without languages', { ...named('x'), site: { name: 'X', languages: [] } }] as const, ...shapes]) {
      it(`of ${what} never throw`, async () => {
        listen();
        const widget = await look(document);
        expect(text(widget)).to.not.equal('');
        if (find(widget, `#${headingId}`)) await use(widget);
      });
    }
  });
}
