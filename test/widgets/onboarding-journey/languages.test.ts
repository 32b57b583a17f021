import { expect } from '@open-wc/testing';
import { expectAccessible } from '../../support/axe.ts';
import { KEY_PREFIX } from '../../../src/core/storage.ts';
import { listen, onFreshPage } from './fresh-page.ts';
import { journey, step, town, townWith, type Town } from './town.ts';
import { SHAPES, activate, controls, enter, find, findAll, focused, look, speak, text, tick, typeDate, until, type Widget } from './visitor.ts';

const LANGUAGE_KEY = `${KEY_PREFIX}language`;
const base = (widget: Widget): HTMLElement => find(widget, '.widget')!;
const menu = (widget: Widget): HTMLSelectElement => find<HTMLSelectElement>(widget, 'select')!;

const isArabic = (widget: Widget): Promise<void> => until(() => text(widget, '.next h3') === 'الخطوات التالية', 'Arabic words');
const isEnglish = (widget: Widget): Promise<void> => until(() => text(widget, '.next h3') === 'What to do next', 'English words');

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

describe('The language menu', () => {
  onFreshPage();

  it('switches words, texts and direction, and stays accessible', async () => {
    const widget = await enter(town());
    expect([base(widget).lang, base(widget).dir]).to.deep.equal(['en', 'ltr']);
    expect([...menu(widget).options].map(({ label, lang }) => [label, lang])).to.deep.equal([['English', 'en'], ['Deutsch', 'de'], ['العربية', 'ar']]);
    await activate(widget, 'Questions');
    await typeDate(widget, 'When do you move in?', 11, 2026);
    await speak(widget, 'ar');
    await isArabic(widget);
    expect([base(widget).lang, base(widget).dir, text(widget, 'h2')]).to.deep.equal(['ar', 'rtl', 'العمل هنا']);
    expect(getComputedStyle(base(widget)).direction).to.equal('rtl');
    await expectAccessible(widget, SHAPES);
    await speak(widget, 'de');
    await until(() => base(widget).lang === 'de', 'German words');
    expect([base(widget).dir, text(widget, 'h2')]).to.deep.equal(['ltr', 'Hier arbeiten']);
  });

  it('keeps the focus, and what the visitor opened, ticked and answered', async () => {
    const widget = await enter(town());
    await activate(widget, 'Details: Find a school');
    await tick(widget, 'Find a school');
    await speak(widget, 'ar');
    await isArabic(widget);
    expect(focused(widget)?.localName).to.equal('select');
    expect(find(widget, '#details-school')!.hidden).to.be.false;
    expect(find<HTMLInputElement>(widget, '#done-school')!.checked).to.be.true;
  });

  it('is remembered from the act on, not before', async () => {
    const document = town();
    const first = await enter(document);
    expect(localStorage.getItem(LANGUAGE_KEY)).to.be.null;
    await speak(first, 'ar');
    expect(localStorage.getItem(LANGUAGE_KEY)).to.equal('ar');
    first.remove();
    await isArabic(await look(document));
  });

  it('is obeyed at the next visit to the page', async () => {
    localStorage.setItem(LANGUAGE_KEY, 'ar');
    await isArabic(await look(town()));
  });

  it('is not remembered with storage="none"', async () => {
    const widget = await enter(town(), { attributes: { storage: 'none' } });
    await speak(widget, 'ar');
    await isArabic(widget);
    expect(localStorage.getItem(LANGUAGE_KEY)).to.be.null;
  });

  it('of one widget is followed by the others, there and back', async () => {
    const [one, other] = [await enter(town()), await enter(town())];
    await speak(one, 'ar');
    await Promise.all([isArabic(one), isArabic(other)]);
    expect([base(other).dir, menu(other).value]).to.deep.equal(['rtl', 'ar']);
    await speak(other, 'en');
    await Promise.all([isEnglish(one), isEnglish(other)]);
    expect(menu(one).value, 'the menu where Arabic was chosen').to.equal('en');
  });

  it('is not there where there is one language', async () => {
    const document = town();
    document.site = { ...document.site, languages: ['en'] };
    expect(controls(await look(document), 'Language')).to.have.length(0);
  });
});

describe('A text that is not in the visitor’s language', () => {
  onFreshPage();

  it('is shown in the next of the town’s chain, marked and labelled with its own name', async () => {
    const widget = await enter(babel(), { attributes: { lang: 'ar' } });
    await isArabic(widget);
    const shown = findAll(widget, '.step label').map((label) => [...label.querySelectorAll('bdi')].map(({ textContent, lang }) => `${lang}:${textContent}`).join(' '));
    expect(shown).to.deep.equal([':التسجيل', 'en:Account en:English', 'de:Schule de:Deutsch', 'de:Ohne Angabe', 'de:Bald übersetzt de:Deutsch', 'uk:Інше uk:Українська']);
    await expectAccessible(widget);
  });

  it('runs in its own direction, in paragraphs and in formatted text', async () => {
    const widget = await enter(babel(), { attributes: { lang: 'ar' } });
    await isArabic(widget);
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
    await isArabic(widget);
    expect(findAll(widget, 'a[href^="tel:"], a[href^="mailto:"]').every((link) => getComputedStyle(link.querySelector('bdi')!).direction === 'ltr')).to.be.true;
    expect(findAll(widget, 'a[href^="tel:"]')).to.have.length(2);
  });

  it('is the site’s own where the page is in a language that nobody offers', async () => {
    const widget = await enter(town(), { attributes: { lang: 'fr' } });
    await isEnglish(widget);
    expect(text(widget, 'h2')).to.equal('Working here');
    expect(menu(widget).value).to.equal('fr');
  });

  it('shows Leichte Sprache as German', async () => {
    const document = townWith([journey([step('a', { title: { de: 'Wohnsitz anmelden', 'de-simple': 'Sagen Sie dem Amt, wo Sie wohnen.' } })])]);
    document.site = { ...document.site, languages: ['de', 'de-simple'] };
    const widget = await enter(document, { attributes: { lang: 'de' } });
    await speak(widget, 'de-simple');
    await until(() => text(widget, '.step label') === 'Sagen Sie dem Amt, wo Sie wohnen.', 'Leichte Sprache');
    expect(base(widget).lang).to.equal('de');
    expect(findAll(widget, '[lang="de-simple"]')).to.be.empty;
  });

  it('cannot break the widget by tags that are no languages', async () => {
    listen();
    const document = townWith([journey([step('a', { title: { '__proto__': 'x', valueOf: 'Value', de_DE: 'Deutsch' } })])]);
    document.site = { ...document.site, languages: ['en', 'valueOf', 'xx-yy-zz', '__proto__', 7], fallbacks: { valueOf: ['en'] } };
    const widget = await enter(document);
    await speak(widget, 'valueOf');
    await until(() => text(widget, '.step label').startsWith('Value'), 'the text');
    expect([...menu(widget).options].map(({ label }) => label)).to.deep.equal(['English', 'valueOf', 'xx-yy-zz']);
    await speak(widget, 'xx-yy-zz');
    await until(() => base(widget).lang === 'en', 'English words');
    expect(text(widget, '.step label')).to.contain('Value');
  });
});
