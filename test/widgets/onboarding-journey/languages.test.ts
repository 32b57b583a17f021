import { expect } from '@open-wc/testing';
import { expectAccessible } from '../../support/axe.ts';
import { onFreshPage } from '../shared/fresh-page.ts';
import { speaks, switchesLanguages } from '../shared/languages.ts';
import { specimen } from './specimen.ts';
import { journey, step, town, townWith, type Town } from './town.ts';
import { activate, enter, find, findAll, focused, speak, text, tick, typeDate, until } from './visitor.ts';

switchesLanguages(specimen, {
  open: async (widget) => {
    await activate(widget, 'Questions');
    await typeDate(widget, 'When do you move in?', 11, 2026);
  },
  expectTexts: (widget, language) => void expect(text(widget, 'h2')).to.equal({ ar: 'العمل هنا', de: 'Hier arbeiten' }[language]),
});

/** A town whose texts are in different languages. */
function babel(): Town {
  const steps = [
    step('all', { title: { de: 'Anmelden', en: 'Register', ar: 'التسجيل' } }),
    step('english', { title: { de: 'Konto', en: 'Account' }, summary: { de: 'Auf Deutsch' }, html: { de: '<p>Formatiert</p>' } }),
    step('german', { title: { de: 'Schule' }, details: { de: 'Erster Absatz.\n\nZweiter Absatz.' }, official: 'Schulanmeldung' }),
    step('plain', { title: 'Ohne Angabe' }),
    step('empty', { title: { ar: '', de: 'Bald übersetzt' } }),
    step('foreign', { title: { uk: 'Інше' } }),
  ];
  const document = townWith([journey(steps, { title: { de: 'Ankommen', en: 'Arriving', ar: 'الوصول' } })]);
  document.site = { ...document.site, languages: ['de', 'en', 'ar'], fallbacks: { ar: ['en'] } };
  return document;
}

describe('The language of a journey', () => {
  onFreshPage();

  it('keeps the focus, and what the visitor opened, ticked and answered', async () => {
    const widget = await enter(town());
    await activate(widget, 'Details: Find a school');
    await tick(widget, 'Find a school');
    await speak(widget, 'ar');
    await speaks(specimen, widget, 'ar');
    expect(focused(widget)?.localName).to.equal('select');
    expect(find(widget, '#details-school')!.hidden).to.be.false;
    expect(find<HTMLInputElement>(widget, '#done-school')!.checked).to.be.true;
  });
});

describe('A text that is not in the visitor’s language', () => {
  onFreshPage();

  it('is shown in the next of the town’s chain, marked and labelled with its own name', async () => {
    const widget = await enter(babel(), { attributes: { lang: 'ar' } });
    await speaks(specimen, widget, 'ar');
    const shown = findAll(widget, '.step label').map((label) => [...label.querySelectorAll('bdi')].map(({ textContent, lang }) => `${lang}:${textContent}`).join(' '));
    expect(shown).to.deep.equal([':التسجيل', 'en:Account en:English', 'de:Schule de:Deutsch', 'de:Ohne Angabe', 'de:Bald übersetzt de:Deutsch', 'uk:Інше uk:Українська']);
    await expectAccessible(widget);
  });

  it('runs in its own direction, in paragraphs and in formatted text', async () => {
    const widget = await enter(babel(), { attributes: { lang: 'ar' } });
    await speaks(specimen, widget, 'ar');
    for (const id of ['english', 'german']) await activate(widget, findAll(widget, `[aria-controls=details-${id}]`)[0]!.textContent!.trim());
    const marks = ({ lang, dir, textContent }: HTMLElement): string[] => [lang, dir, textContent!.trim()];
    expect(findAll(widget, '#details-german > p[lang]').map(marks)).to.deep.equal([['de', 'ltr', 'Erster Absatz.'], ['de', 'ltr', 'Zweiter Absatz.']]);
    await until(() => find(widget, '.rich p'), 'the cleaned text');
    expect(marks(find(widget, '.rich')!)).to.deep.equal(['de', 'ltr', 'Formatiert']);
    expect(findAll(widget, '#details-german > .language, #details-english > .language').map(({ textContent }) => textContent)).to.deep.equal(['Deutsch', 'Deutsch']);
    await expectAccessible(widget);
  });

  it('keeps telephone numbers and addresses from left to right', async () => {
    const widget = await enter(town(), { attributes: { lang: 'ar' } });
    await speaks(specimen, widget, 'ar');
    expect(findAll(widget, 'a[href^="tel:"], a[href^="mailto:"]').every((link) => getComputedStyle(link.querySelector('bdi')!).direction === 'ltr')).to.be.true;
    expect(findAll(widget, 'a[href^="tel:"]')).to.have.length(2);
  });
});
