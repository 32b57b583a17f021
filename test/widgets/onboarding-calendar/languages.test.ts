import { expect } from '@open-wc/testing';
import { expectAccessible } from '../../support/axe.ts';
import { listen, onFreshPage } from '../shared/fresh-page.ts';
import { speaks, switchesLanguages } from '../shared/languages.ts';
import { date, dates, datesWith } from './dates.ts';
import { specimen } from './specimen.ts';
import { activate, base, control, days, enter, field, find, findAll, finds, focused, names, openEntry, openFilters, options, pick, search, shows, speak, text, tick, times, until, type Widget } from './visitor.ts';

switchesLanguages(specimen, {
  open: async (widget) => {
    await openFilters(widget);
    await openEntry(widget, 'After-work open house');
  },
  expectTexts: async (widget, language) => {
    await until(() => names(widget)[0] === { ar: 'لقاء مفتوح بعد العمل', de: 'Offener Feierabend' }[language], 'the texts');
    if (language === 'de') expect(days(widget)[0]).to.match(/^Montag, 23\. November 2026/);
  },
});

async function arabic(): Promise<Widget> {
  const widget = await enter(dates(), { attributes: { lang: 'ar' } });
  await speaks(specimen, widget, 'ar');
  return widget;
}

/** Texts of one entry with their languages: `de:Weihnachtsmarkt`. */
const parts = (widget: Widget, entry: string): string[] =>
  [...findAll(widget, '.entry').find((item) => item.querySelector(`[aria-controls="details-${entry}"]`))!.querySelectorAll<HTMLElement>('bdi[lang]')].map(({ lang, textContent }) => `${lang}:${textContent}`);

describe('The language of a calendar', () => {
  onFreshPage();

  it('keeps what was typed, the filters, the open entries and the focus', async () => {
    const widget = await enter(dates());
    await search(widget, 'town');
    await openFilters(widget);
    await tick(widget, 'Meeting people');
    await pick(widget, 'This week');
    await shows(widget, ['After-work open house', 'Tour of the town']);
    await openEntry(widget, 'Tour of the town');
    await speak(widget, 'de');
    await until(() => base(widget).lang === 'de', 'German words');
    expect(focused(widget)?.localName, 'the focus').to.equal('select');
    expect(field(widget).value, 'what was typed').to.equal('town');
    expect([find(widget, '.search > .disclosed')!.hidden, find<HTMLInputElement>(widget, '#category-meeting')!.checked, find<HTMLInputElement>(widget, '#when-week')!.checked]).to.deep.equal([false, true, true]);
    await speak(widget, 'en');
    await shows(widget, ['After-work open house', 'Tour of the town']);
    expect(find(widget, '#details-cancelled')!.hidden, 'the open entry').to.be.false;
  });

  it('keeps the month and the day', async () => {
    const widget = await enter(dates(), { attributes: { view: 'month' } });
    await activate(widget, 'Next month');
    await speak(widget, 'de');
    await until(() => text(widget, '#month-title') === 'Dezember 2026', 'the German month');
    expect(findAll(widget, '[role=grid] th .visually-hidden')[0]!.textContent).to.equal('Montag');
    expect(find(widget, '#day-2026-12-10')!.textContent).to.contain('Deutsch für Anfänger');
  });

  it('has the rules of series too', async () => {
    const widget = await enter(dates());
    await until(() => times(widget)[3]!.includes('every Thursday'), 'the rule in English');
    await speak(widget, 'de');
    await until(() => /jeden Donnerstag.*17\. Dezember 2026/.test(times(widget)[3]!), 'the rule in German');
  });

  it('is searched together with German', async () => {
    const widget = await arabic();
    for (const words of ['مفتوح', 'لقاء مفتوح', 'Feierabend', 'feierabend offener']) await finds(widget, words, ['لقاء مفتوح بعد العمل']);
  });

  it('is searched again when it changes', async () => {
    const widget = await arabic();
    await finds(widget, 'للمبتدئين', ['الألمانية للمبتدئين']);
    await speak(widget, 'de');
    await until(() => base(widget).lang === 'de' && !names(widget).length, 'German does not know the Arabic name');
    await finds(widget, 'Anfänger', ['Deutsch für Anfänger']);
  });
});

describe('A text of a calendar that is not in the visitor’s language', () => {
  onFreshPage();

  it('is shown in the next of the site’s languages, marked and labelled with its own name', async () => {
    const widget = await arabic();
    expect(parts(widget, 'market')).to.deep.equal(['de:Weihnachtsmarkt', 'de:Deutsch', 'de:Marktplatz', 'de:Deutsch', 'de:Mit Musik.', 'de:Deutsch', 'ar:لقاءات']);
    await expectAccessible(widget);
  });

  it('is marked where something in it was found', async () => {
    const widget = await arabic();
    await search(widget, 'Weihnachtsmarkt');
    await until(() => findAll(widget, 'mark').length === 1, 'the match');
    expect(find(widget, 'mark')!.closest<HTMLElement>('[lang]')!.lang).to.equal('de');
  });

  it('is in the month and in the filters, in its own language', async () => {
    const widget = await arabic();
    await showMonthInArabic(widget);
    expect(find(widget, '#day-2026-11-27 bdi')!.lang).to.equal('en');
    await activate(widget, 'خيارات التصفية');
    await until(() => find(widget, 'form.filters'), 'the filters');
    const [topics] = findAll(widget, '.filters legend').map(({ textContent }) => textContent);
    // Engines differ in the digits of Arabic.
    expect(options(widget, topics!).map((option) => option.replace(/ \(.\)$/, ''))).to.deep.equal(['لقاءات', 'Work English', 'Learning German English']);
  });

  it('cannot break the calendar by tags that are no languages', async () => {
    listen();
    const document = datesWith([date('a', { title: { '__proto__': 'x', valueOf: 'Value', de_DE: 'Deutsch' }, languages: ['valueOf', 'xx-yy-zz', '__proto__', 7, 'de_DE', 'toString'] }), date('b')]);
    document.site = { ...document.site, languages: ['en', 'valueOf', '__proto__', 7], fallbacks: { valueOf: ['en'] } };
    const widget = await enter(document);
    await openFilters(widget);
    await speak(widget, 'valueOf');
    await until(() => names(widget)[0] === 'Value', 'the text');
    expect(control(widget, 'Search').isConnected).to.be.true;
  });
});

/** The switch by its place, whatever it is called. */
async function showMonthInArabic(widget: Widget): Promise<void> {
  await activate(widget, findAll(widget, '.views button')[1]!.textContent.trim());
  await until(() => find(widget, '[role=grid]'), 'the month');
}
