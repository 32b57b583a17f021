import { expect } from '@open-wc/testing';
import { sha256Hex } from '../../../src/core/sha256.ts';
import { pageLanguage } from '../../../src/core/i18n/page-language.ts';
import { onFreshPage } from '../shared/fresh-page.ts';
import { speaks, switchesLanguages } from '../shared/languages.ts';
import { CONSENT, fullNewsletter, newsletterWith } from './newsletters.ts';
import { specimen } from './specimen.ts';
import { ACCEPTED, ADDRESS, agree, base, consent, email, enter, fillIn, find, findAll, focused, pause, reach, service, speak, text, tick, topics, until, type Widget } from './visitor.ts';
import { press } from '../../support/browser.ts';

const mails = (widget: Widget): HTMLSelectElement => find<HTMLSelectElement>(widget, '#language')!;

switchesLanguages(specimen, {
  open: (widget) => fillIn(widget),
  expectTexts: async (widget, language) => {
    const words = { ar: ['أخبار للقادمين الجدد', 'العمل'], de: ['Neues für Zugezogene', 'Arbeit'] }[language];
    await until(() => text(widget, '#newsletter-title') === words[0] && specimen.nameOn(widget) === words[1], 'the texts');
    expect(find(widget, '.consent')!.dir).to.equal(language === 'ar' ? 'rtl' : 'ltr');
  },
});

describe('The language of a newsletter', () => {
  onFreshPage();

  it('keeps what was entered, and the focus', async () => {
    const widget = await enter(fullNewsletter());
    await tick(widget, 'Family');
    await fillIn(widget);
    await speak(widget, 'ar');
    await speaks(specimen, widget, 'ar');
    expect(focused(widget)?.localName).to.equal('select');
    expect([email(widget).value, topics(widget)]).to.deep.equal([ADDRESS, ['family']]);
    expect(getComputedStyle(email(widget)).direction, 'an address runs from left to right').to.equal('ltr');
  });

  it('is that of the mails, until the visitor chooses another', async () => {
    const widget = await enter(fullNewsletter());
    expect([mails(widget).value, [...mails(widget).options].map(({ label }) => label)]).to.deep.equal(['en', ['Deutsch', 'English', 'العربية', 'Українська']]);
    await speak(widget, 'ar');
    await until(() => mails(widget).value === 'ar', 'Arabic mails');
    await reach(widget, mails(widget));
    await press('ArrowDown');
    expect(mails(widget).value).to.equal('uk');
    await speak(widget, 'de');
    await until(() => base(widget).lang === 'de', 'German words');
    expect(mails(widget).value, 'the visitor’s choice').to.equal('uk');
  });

  it('is that of the mails too where the newsletter names none, as far as the site offers it', async () => {
    const asked = service(ACCEPTED);
    const languageOf = async (lang: string): Promise<unknown> => {
      const widget = await enter(newsletterWith(), { attributes: { lang } });
      await fillIn(widget);
      await press('Enter');
      await until(() => find(widget, '#outcome'), 'the panel');
      return asked.at(-1)!.body['language'];
    };
    expect([await languageOf('ar'), await languageOf('de-AT'), await languageOf('fr')]).to.deep.equal(['ar', 'de', 'en']);
  });

  it('is sent with the consent as it stood on the screen', async () => {
    const asked = service(ACCEPTED);
    const widget = await enter(fullNewsletter(), { attributes: { lang: 'ar' } });
    await speaks(specimen, widget, 'ar');
    await fillIn(widget);
    await press('Enter');
    await until(() => asked.length, 'the request');
    expect(asked[0]!.body).to.deep.include({ language: 'ar' });
    expect(asked[0]!.body['consent']).to.include({ language: 'ar', version: '2026-11' });
  });

  it('is another one than that of the consent that was ticked: it has to be read and ticked again', async () => {
    const asked = service(ACCEPTED);
    const widget = await enter(fullNewsletter());
    await fillIn(widget);
    const send = async (): Promise<void> => {
      await reach(widget, find(widget, 'form .primary')!);
      await press('Enter');
    };
    // As by the menu of another widget.
    pageLanguage.choose('de');
    await until(() => text(widget, '[part=consent] .notice') === 'Dieser Text hat sich geändert. Bitte lesen Sie ihn noch einmal.', 'the notice');
    expect(consent(widget).checked).to.be.false;
    await send();
    expect([focused(widget)?.id, asked.length]).to.deep.equal(['agreed', 0]);
    await agree(widget);
    expect(text(widget, '[part=consent] .notice')).to.equal('');
    const german = find(widget, '.consent')!.textContent;
    await send();
    await until(() => asked.length, 'the request');
    expect(asked[0]!.body['consent']).to.deep.equal({ version: '2026-11', language: 'de', hash: sha256Hex(german) });
  });

  it('that changes while the form is sent leaves the proof with the text that was ticked', async () => {
    const asked = service(ACCEPTED);
    const widget = await enter(fullNewsletter());
    await fillIn(widget);
    pageLanguage.choose('de');
    find<HTMLFormElement>(widget, 'form')!.requestSubmit();
    await until(() => asked.length, 'the request');
    expect(asked[0]!.body['consent']).to.deep.equal({ version: '2026-11', language: 'en', hash: sha256Hex(CONSENT) });
  });

  it('does not untick a consent that stays the same', async () => {
    const widget = await enter(newsletterWith());
    await fillIn(widget);
    await speak(widget, 'de');
    await until(() => base(widget).lang === 'de', 'German words');
    await pause(50);
    expect([consent(widget).checked, text(widget, '[part=consent] .notice')]).to.deep.equal([true, '']);
  });

  it('of a text that is missing is the next of the site, marked and named', async () => {
    const document = fullNewsletter();
    document.newsletter['consent'] = { text: { en: CONSENT }, version: '1' };
    const widget = await enter(document, { attributes: { lang: 'ar' } });
    await speaks(specimen, widget, 'ar');
    const shown = find(widget, '.consent')!;
    expect([shown.textContent, shown.lang, shown.dir]).to.deep.equal([CONSENT, 'en', 'ltr']);
    expect(text(widget, '[part=consent] > .language')).to.equal('English');
    expect(findAll(widget, '#topics .choice:last-child .language').map(({ textContent }) => textContent)).to.deep.equal(['Deutsch']);
  });
});
