/** What the service's own pages say: the language and the words of the mail that led there. */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { composeMail } from '../../../demo/newsletter/mails.mjs';
import { askPage, donePage, failedPage, pageLanguage } from '../../../demo/newsletter/pages.mjs';
import { textsFor } from '../../../demo/newsletter/texts/index.mjs';
import { configWith, mailWith } from './support.mjs';

const LANGUAGES = ['de', 'en', 'ar', 'uk', 'tr'];
const languageIn = (markup) => /<html lang="([^"]+)"/.exec(markup)[1];

describe('the pages', () => {
  it('are in the language of the mail, whichever was asked for', async () => {
    for (const wanted of [...LANGUAGES, 'en-GB', 'de-simple', 'UK-ua', 'fr', 'fa-AF']) {
      const language = languageIn(composeMail(mailWith({ language: wanted }), configWith()).html);
      const given = pageLanguage(wanted);
      for (const page of [askPage('confirm', 'x', given), donePage('stop', given), failedPage('unknown', given)]) assert.equal(languageIn(String(await page)), language, wanted);
    }
    assert.equal(pageLanguage('fr'), 'en');
    assert.equal(pageLanguage(undefined), 'en');
  });

  it('have the button that the mail names', async () => {
    for (const language of LANGUAGES) {
      const { text } = composeMail(mailWith({ language }), configWith());
      for (const name of ['confirm', 'stop']) {
        const [, label] = /<button>(.+)<\/button>/.exec(String(await askPage(name, 'x', language)));
        assert.match(text, new RegExp(`[“„«]${label}[”“»]`));
      }
    }
  });

  it('say after a deletion that a code of the address stays', async () => {
    for (const language of LANGUAGES) {
      const { deleted } = textsFor(language).pages.manage;
      assert.match(deleted, /[Cc]ode|رمز|код|kod/);
      assert.ok(String(await donePage('delete', language)).includes(deleted));
    }
  });
});
