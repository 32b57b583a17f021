import { expect } from '@open-wc/testing';
import { expectAccessible } from '../../support/axe.ts';
import { listen, onFreshPage } from '../shared/fresh-page.ts';
import { speaks, switchesLanguages } from '../shared/languages.ts';
import { office, offices, officesWith } from './offices.ts';
import { specimen } from './specimen.ts';
import { activate, base, control, enter, field, fill, find, findAll, finds, focused, names, openEntry, openFilters, options, search, shows, speak, text, tick, until, type Widget } from './visitor.ts';

switchesLanguages(specimen, {
  open: async (widget) => {
    await openFilters(widget);
    await openEntry(widget, 'Citizens’ office');
  },
  expectTexts: async (widget, language) => {
    await until(() => names(widget)[0] === { ar: 'مكتب المواطنين', de: 'Bürgerbüro' }[language], 'the texts');
    if (language === 'de') expect(text(widget, '.open-state')).to.contain('16:00');
  },
});

async function arabic(): Promise<Widget> {
  const widget = await enter(offices(), { attributes: { lang: 'ar' } });
  await speaks(specimen, widget, 'ar');
  return widget;
}

/** Texts of one entry with their languages: `de:Bürgerbüro`. */
const parts = (widget: Widget, entry: string): string[] =>
  [...findAll(widget, '.entry').find((item) => item.querySelector(`[aria-controls="details-${entry}"]`))!.querySelectorAll<HTMLElement>('bdi')].map(({ lang, textContent }) => `${lang}:${textContent}`);

describe('The language of a directory', () => {
  onFreshPage();

  it('keeps what was typed, the filters, the open entries and the focus', async () => {
    const widget = await enter(offices());
    await search(widget, 'office');
    await openFilters(widget);
    await tick(widget, 'Just arrived');
    await fill(widget, 'Your family name', 'Becker');
    await shows(widget, ['Citizens’ office', 'Immigration office A-K']);
    await openEntry(widget, 'Citizens’ office');
    await speak(widget, 'de');
    await until(() => base(widget).lang === 'de', 'German words');
    expect(focused(widget)?.localName, 'the focus').to.equal('select');
    expect(field(widget).value, 'what was typed').to.equal('office');
    expect(find(widget, '.search > .disclosed')!.hidden, 'the open filters').to.be.false;
    expect(find<HTMLInputElement>(widget, '#phase-arrival')!.checked, 'the filter').to.be.true;
    expect(find<HTMLInputElement>(widget, '#surname')!.value, 'the surname').to.equal('Becker');
    expect(text(widget, '.active button')).to.contain('Becker');
    await speak(widget, 'en');
    await shows(widget, ['Citizens’ office', 'Immigration office A-K']);
    expect(find(widget, '#details-citizens')!.hidden, 'the open entry').to.be.false;
    expect(text(widget, '#details-citizens')).to.contain('Come to the ground floor.');
  });

  it('is searched together with German', async () => {
    const widget = await arabic();
    for (const words of ['المواطنين', 'مكتب المواطنین', 'مواطنين', 'Bürgerbüro', 'burgerburo']) await finds(widget, words, ['مكتب المواطنين']);
  });

  it('is searched again when it changes', async () => {
    const widget = await arabic();
    await finds(widget, 'المواطنين', ['مكتب المواطنين']);
    await speak(widget, 'de');
    await until(() => base(widget).lang === 'de' && !names(widget).length, 'German does not know the Arabic name');
    await finds(widget, 'Meldet', ['Bürgerbüro']);
  });
});

describe('A text of a directory that is not in the visitor’s language', () => {
  onFreshPage();

  it('is shown in the next of the site’s languages, marked and labelled with its own name', async () => {
    const widget = await arabic();
    expect(parts(widget, 'citizens')).to.deep.equal(['ar:مكتب المواطنين', 'de:Bürgerbüro', 'en:Registers your address.', 'en:English', 'en:Registration']);
    expect(parts(widget, 'family')).to.deep.equal(['de:Familienkasse', 'de:Deutsch', 'de:Familienkasse Nord', 'de:Zahlt Kindergeld.', 'de:Deutsch', 'ar:العائلة']);
    await expectAccessible(widget);
  });

  it('is marked where something in it was found', async () => {
    const widget = await arabic();
    await search(widget, 'Kindergeld');
    await until(() => findAll(widget, 'mark').length === 1, 'the match');
    expect(find(widget, 'mark')!.closest<HTMLElement>('[lang]')!.lang).to.equal('de');
  });

  it('keeps its own direction, as telephone numbers and addresses do', async () => {
    const widget = await arabic();
    await activate(widget, 'مكتب المواطنين');
    await until(() => findAll(widget, 'a[href^="tel:"]').length === 2, 'the card');
    expect(findAll(widget, 'a[href^="tel:"], a[href^="mailto:"]').filter(({ textContent }) => /\d|@/.test(textContent)).every((link) => getComputedStyle(link.querySelector('bdi')!).direction === 'ltr')).to.be.true;
    expect(findAll(widget, 'bdi').every((node) => getComputedStyle(node).unicodeBidi.startsWith('isolate'))).to.be.true;
    await expectAccessible(widget);
  });

  it('is in the filters too, and languages have their own names', async () => {
    const widget = await arabic();
    await activate(widget, 'خيارات التصفية');
    await until(() => find(widget, 'form.filters'), 'the filters');
    const [topics] = findAll(widget, '.filters legend').map(({ textContent }) => textContent);
    // Engines differ in the digits of Arabic.
    expect(options(widget, topics!).map((option) => option.replace(/ \(.\)$/, ''))).to.include.members(['Registration English', 'العائلة']);
    expect([...find(widget, '#spoken-uk')!.parentElement!.querySelectorAll('bdi')].map(({ lang, textContent }) => `${lang}:${textContent}`)).to.deep.equal(['uk:Українська']);
    await tick(widget, 'العائلة');
    await until(() => names(widget).length === 2, 'the families');
    await expectAccessible(widget);
  });

  it('cannot break the directory by tags that are no languages', async () => {
    listen();
    const document = officesWith([
      office('a', { name: { '__proto__': 'x', valueOf: 'Value', de_DE: 'Deutsch' }, languages: ['valueOf', 'xx-yy-zz', '__proto__', 7, 'de_DE', 'toString'] }), office('b'),
    ]);
    document.site = { ...document.site, languages: ['en', 'valueOf', '__proto__', 7], fallbacks: { valueOf: ['en'] } };
    const widget = await enter(document);
    await openFilters(widget);
    expect(options(widget, 'Languages spoken')).to.have.length(4);
    await speak(widget, 'valueOf');
    await until(() => names(widget)[0] === 'Value', 'the text');
    expect(control(widget, 'Search').isConnected).to.be.true;
  });
});
