/** Where any widget takes its settings from. */
import { expect } from '@open-wc/testing';
import { provideSettings } from '../../../src/core/config.ts';
import { find, findAll, until, type Widget } from './eyes.ts';
import { listen, onFreshPage } from './fresh-page.ts';
import { addressOf } from './site.ts';
import type { Specimen } from './specimen.ts';

/** Puts a widget on the page that has settings in a script element inside its tag. */
export async function placeInline({ create, place, named }: Specimen, settings: string, attributes: Record<string, string> = {}): Promise<Widget> {
  const widget = create(attributes);
  widget.append(Object.assign(document.createElement('script'), { type: 'application/json', textContent: settings }));
  (await place(named('x'))).replaceWith(widget);
  return widget;
}

export function obeysSettings(specimen: Specimen): void {
  const { noun, tag, full, named, look, enter } = specimen;
  const shows = (widget: Widget, name: string): Promise<void> => until(() => specimen.nameOn(widget) === name, `“${name}”`);
  const headings = (widget: Widget): Set<string> => new Set(findAll(widget, 'h1, h2, h3, h4, h5, h6').map(({ localName }) => localName));
  const level = (widget: Widget): string => find(widget, `#${specimen.headingId}`)!.localName;

  describe(`The settings of a ${noun}`, () => {
    onFreshPage();
    afterEach(() => provideSettings({}));

    it('come from the attribute, then the element’s own JSON, then the script tag', async () => {
      provideSettings({ endpoint: addressOf(named('Of the script tag')), 'heading-level': '4' });
      const json = JSON.stringify({ endpoint: addressOf(named('Of the JSON')), headingLevel: 3 });
      const all = await placeInline(specimen, json, { endpoint: addressOf(named('Of the attribute')) });
      await shows(all, 'Of the attribute');
      expect(level(all)).to.equal('h3');
      await shows(await placeInline(specimen, json), 'Of the JSON');
      const least = await placeInline(specimen, '{}');
      await shows(least, 'Of the script tag');
      expect(level(least)).to.equal('h4');
    });

    it('choose the level of the headings, of which there are six', async () => {
      const widget = await enter(full(), { attributes: { 'heading-level': '4' } });
      expect(level(widget)).to.equal('h4');
      expect([...headings(widget)].filter((name) => name < 'h4'), 'above the first').to.deep.equal([]);
      widget.headingLevel = 6;
      await widget.updateComplete;
      expect(headings(widget)).to.deep.equal(new Set(['h6']));
    });

    it('that are wrong do no harm', async () => {
      const heard = listen();
      const broken = await placeInline(specimen, '{"endpoint": ', { endpoint: addressOf(named('Of the attribute')) });
      await shows(broken, 'Of the attribute');
      expect(heard.join()).to.contain(`the settings inside <${tag}> are not JSON`);
      const odd = await look(full(), { attributes: { id: '"]<x>%/../', 'heading-level': 'h3', storage: 'everywhere', lang: '!', onclick: '' } });
      expect(specimen.isFull(odd)).to.be.true;
      expect(level(odd), 'the default level').to.equal('h2');
      await placeInline(specimen, '{"__proto__": {"polluted": "yes"}, "constructor": 1, "endpoint": ["x"]}');
      expect('polluted' in {}).to.be.false;
    });
  });
}
