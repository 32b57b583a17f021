import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { autonym, baseLanguage, direction, firstMatch, htmlLang, languageChain, pickText } from '../../../../src/core/i18n/languages.ts';

describe('The name and direction of a language', () => {
  it('is its own name, and the tag where nobody wrote it down', () => {
    assert.deepEqual(['de', 'de-simple', 'ar', 'uk', 'ckb', 'ti', 'prs'].map(autonym), ['Deutsch', 'Leichte Sprache', 'العربية', 'Українська', 'سۆرانی', 'ትግርኛ', 'دری']);
    assert.deepEqual(['de-AT', 'ar-EG'].map(autonym), ['Deutsch', 'العربية']);
    assert.equal(autonym('xx'), 'xx');
  });

  it('is a word for any tag at all, also one that every object has or no engine takes', () => {
    for (const tag of ['constructor', 'toString', 'valueOf', '__proto__', 'de_DE', 'ar-arb', 'x', '', 'a-b-c-d', '🙂']) assert.equal(typeof autonym(tag), 'string', tag);
  });

  it('runs from right to left where the script does', () => {
    for (const tag of ['ar', 'fa', 'prs', 'ps', 'ckb', 'ur', 'he', 'ar-EG', 'ku-Arab', 'az-Arab-IR', 'AR', 'ar-arb']) assert.equal(direction(tag), 'rtl', tag);
    for (const tag of ['de', 'ku', 'tr', 'ti', 'de-simple', 'arn', 'fat', '', 'xx']) assert.equal(direction(tag), 'ltr', tag);
  });

  it('runs from right to left also where the page writes its tag with an underscore', () => assert.equal(direction('ar_EG'), 'rtl'));

  it('is announced as German where it is Leichte Sprache, which has no tag of its own', () => {
    assert.deepEqual(['de-simple', 'de', 'ar', 'zh-Hans'].map(htmlLang), ['de', 'de', 'ar', 'zh-Hans']);
    assert.deepEqual(['de-AT', 'DE', 'zh-Hans-CN'].map(baseLanguage), ['de', 'de', 'zh']);
  });
});

describe('The languages a visitor is shown, in order', () => {
  it('are the wanted one, its stand-ins, and the site’s', () => {
    const site = { languages: ['de', 'en', 'uk'], fallbacks: { uk: ['ru', 'en'] } };
    assert.deepEqual(languageChain('uk', site), ['uk', 'ru', 'en', 'de']);
    assert.deepEqual(languageChain('uk-UA', site), ['uk-UA', 'uk', 'ru', 'en', 'de']);
    assert.deepEqual(languageChain('ar', site), ['ar', 'de', 'en', 'uk']);
    assert.deepEqual(languageChain('de', { languages: ['de'] }), ['de']);
  });

  it('begin with the visitor’s own, name none twice, and end with the site’s, whatever the page’s tag is', () => {
    const tag = fc.constantFrom('de', 'en', 'uk', 'ar-EG', 'constructor', 'toString', '__proto__', 'de_DE', '');
    fc.assert(fc.property(tag, fc.uniqueArray(tag), fc.dictionary(tag, fc.array(tag)), (wanted, languages, fallbacks) => {
      const chain = languageChain(wanted, { languages, fallbacks });
      assert.equal(chain[0], wanted);
      assert.equal(new Set(chain).size, chain.length);
      for (const language of languages) assert.ok(chain.includes(language));
    }));
  });
});

describe('The language that is matched', () => {
  it('is the first wanted one that is offered, exactly or by its language alone', () => {
    assert.equal(firstMatch(['de', 'en'], ['uk', 'en', 'de']), 'en');
    assert.equal(firstMatch(['de', 'en'], ['de-AT']), 'de');
    assert.equal(firstMatch(['de', 'de-AT'], ['de-at']), 'de-AT');
    assert.equal(firstMatch(['de', 'de-simple'], ['de']), 'de');
    assert.equal(firstMatch(['de-simple', 'de'], ['de-simple']), 'de-simple');
    assert.equal(firstMatch(['de'], ['den']), undefined);
    assert.equal(firstMatch([], ['de']), undefined);
  });
});

describe('A text in several languages', () => {
  const text = { de: 'Amt', en: 'Office', ar: '' };

  it('is shown in the first language of the chain that has it', () => {
    assert.deepEqual(pickText(text, ['en', 'de'], 'de'), { value: 'Office', lang: 'en', fallback: false });
    assert.deepEqual(pickText(text, ['de-AT', 'de'], 'de'), { value: 'Amt', lang: 'de', fallback: false });
  });

  it('stands in another language where the translation is still to come, and says so', () => {
    assert.deepEqual(pickText(text, ['ar', 'en', 'de'], 'de'), { value: 'Office', lang: 'en', fallback: true });
    assert.deepEqual(pickText(text, ['uk'], 'de'), { value: 'Amt', lang: 'de', fallback: true }, 'better any than none');
    assert.deepEqual(pickText(text, ['de-simple', 'de'], 'de'), { value: 'Amt', lang: 'de', fallback: false }, 'German for one who reads German');
  });

  it('is the site’s own where it is a plain string', () => assert.deepEqual(pickText('Amt', ['ar'], 'de'), { value: 'Amt', lang: 'de', fallback: false }));

  it('is nothing where there is nothing', () => {
    assert.equal(pickText(undefined, ['de'], 'de'), undefined);
    assert.equal(pickText({}, ['de'], 'de'), undefined);
    assert.equal(pickText({ de: '' }, ['de'], 'de'), undefined);
  });

  it('is never made of what every object has', () => {
    for (const tag of ['constructor', 'toString', '__proto__']) assert.deepEqual(pickText({ de: 'Amt' }, [tag], 'de'), { value: 'Amt', lang: 'de', fallback: true });
  });
});
