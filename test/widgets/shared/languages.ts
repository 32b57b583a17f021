/** The languages of any widget: the visitor's choice, what is remembered of it, and tags of all kinds. */
import { expect } from '@open-wc/testing';
import { expectAccessible } from '../../support/axe.ts';
import { KEY_PREFIX } from '../../../src/core/storage.ts';
import { base, controls, find, findAll, text, until, type Widget } from './eyes.ts';
import { listen, onFreshPage } from './fresh-page.ts';
import { speak } from './hands.ts';
import type { Specimen } from './specimen.ts';

const LANGUAGE_KEY = `${KEY_PREFIX}language`;
const menu = (widget: Widget): HTMLSelectElement => find<HTMLSelectElement>(widget, 'select')!;

/** Waits until the widget speaks to the visitor in a language. */
export const speaks = ({ words }: Specimen, widget: Widget, language: 'en' | 'ar'): Promise<void> =>
  until(() => text(widget, words.selector) === words[language] && base(widget).dir === (language === 'ar' ? 'rtl' : 'ltr'), `words in ${language}`);

export interface Switch {
  /** Opens what is to be translated too. */
  open(widget: Widget): Promise<void>;
  /** Asserts that the texts of the data are in a language; waits for them where need be. */
  expectTexts(widget: Widget, language: 'ar' | 'de'): Promise<void> | void;
}

export function switchesLanguages(specimen: Specimen, { open, expectTexts }: Switch): void {
  const { noun, full, named, look, enter, nameOn, allowance } = specimen;
  const isIn = (widget: Widget, language: 'en' | 'ar'): Promise<void> => speaks(specimen, widget, language);

  describe(`The language menu of a ${noun}`, () => {
    onFreshPage();

    it('switches words, texts and direction, and stays accessible', async () => {
      const widget = await enter(full());
      expect([base(widget).lang, base(widget).dir]).to.deep.equal(['en', 'ltr']);
      expect([...menu(widget).options].map(({ label, lang }) => [label, lang])).to.deep.equal([['English', 'en'], ['Deutsch', 'de'], ['العربية', 'ar']]);
      await open(widget);
      await speak(widget, 'ar');
      await isIn(widget, 'ar');
      expect([base(widget).lang, getComputedStyle(base(widget)).direction]).to.deep.equal(['ar', 'rtl']);
      await expectTexts(widget, 'ar');
      await expectAccessible(widget, allowance);
      await speak(widget, 'de');
      await until(() => base(widget).lang === 'de', 'German words');
      expect(base(widget).dir).to.equal('ltr');
      await expectTexts(widget, 'de');
      await expectAccessible(widget, allowance);
    });

    it('is remembered from the act on, not before', async () => {
      const document = full();
      const first = await enter(document);
      expect(localStorage.length).to.equal(0);
      await speak(first, 'ar');
      await isIn(first, 'ar');
      expect({ ...localStorage }).to.deep.equal({ [LANGUAGE_KEY]: 'ar' });
      first.remove();
      await isIn(await look(document), 'ar');
    });

    it('is obeyed at the next visit to the page', async () => {
      localStorage.setItem(LANGUAGE_KEY, 'ar');
      await isIn(await look(full()), 'ar');
    });

    it('is not remembered with storage="none"', async () => {
      const widget = await enter(full(), { attributes: { storage: 'none' } });
      await speak(widget, 'ar');
      await isIn(widget, 'ar');
      expect(localStorage.getItem(LANGUAGE_KEY)).to.be.null;
    });

    it('of one widget is followed by the others, there and back', async () => {
      const [one, other] = [await enter(full()), await enter(full())];
      await speak(one, 'ar');
      await Promise.all([isIn(one, 'ar'), isIn(other, 'ar')]);
      expect([base(other).dir, menu(other).value]).to.deep.equal(['rtl', 'ar']);
      await speak(other, 'en');
      await Promise.all([isIn(one, 'en'), isIn(other, 'en')]);
      expect(menu(one).value, 'the menu where Arabic was chosen').to.equal('en');
    });

    it('is not there where there is one language', async () => {
      const document = full();
      document.site = { ...document.site, languages: ['en'] };
      expect(controls(await look(document), 'Language').length).to.equal(0);
    });

    it('is the site’s own where the page is in a language that nobody offers', async () => {
      const widget = await enter(full(), { attributes: { lang: 'fr' } });
      await isIn(widget, 'en');
      expect(text(widget, `#${specimen.headingId}`)).to.equal(specimen.heading);
      expect(menu(widget).value).to.equal('fr');
    });

    it('shows Leichte Sprache as German', async () => {
      const document = named({ de: 'Wohnsitz anmelden', 'de-simple': 'Sagen Sie dem Amt, wo Sie wohnen.' });
      document.site = { ...document.site, languages: ['de', 'de-simple'] };
      const widget = await enter(document, { attributes: { lang: 'de' } });
      await speak(widget, 'de-simple');
      await until(() => nameOn(widget) === 'Sagen Sie dem Amt, wo Sie wohnen.', 'Leichte Sprache');
      expect(base(widget).lang).to.equal('de');
      expect(findAll(widget, '[lang="de-simple"]').length).to.equal(0);
    });

    it('is not broken by tags that are no languages', async () => {
      listen();
      const document = named({ ['__proto__']: 'x', valueOf: 'Value', de_DE: 'Deutsch' });
      document.site = { ...document.site, languages: ['en', 'valueOf', 'xx-yy-zz', '__proto__', 7], fallbacks: { valueOf: ['en'] } };
      const widget = await enter(document);
      await speak(widget, 'valueOf');
      await until(() => nameOn(widget).startsWith('Value'), 'the text');
      expect([...menu(widget).options].map(({ label }) => label)).to.deep.equal(['English', 'valueOf', 'xx-yy-zz']);
      await speak(widget, 'xx-yy-zz');
      await until(() => base(widget).lang === 'en', 'English words');
      expect(nameOn(widget)).to.contain('Value');
    });
  });
}
