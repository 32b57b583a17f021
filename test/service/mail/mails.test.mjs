/** What arrives: in the reader's language, safe from what a stranger typed, with headers that never change. */
import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { describe, it } from 'node:test';
import { createTransport } from 'nodemailer';
import PostalMime from 'postal-mime';
import { composeMail, greetingName } from '../../../demo/newsletter/mails.mjs';
import { textsFor } from '../../../demo/newsletter/texts/index.mjs';
import { configWith, mailWith, tokens } from './support.mjs';

const LANGUAGES = ['de', 'en', 'ar', 'uk', 'tr'];
const transport = createTransport({ streamTransport: true, buffer: true });

async function arrived(mail, config = configWith()) {
  const { message, envelope } = await transport.sendMail(composeMail(mailWith(mail), config));
  return { raw: message.toString('latin1'), envelope, ...(await PostalMime.parse(message)) };
}

/** Keys with the kind of each value, all the way down. */
const shapeOf = (texts) => Object.fromEntries(Object.entries(texts).map(([key, value]) => [key, typeof value === 'object' ? shapeOf(value) : typeof value]));

describe('the texts', () => {
  it('have the same keys in every language', () => {
    const english = shapeOf(textsFor('en'));
    for (const language of LANGUAGES) assert.deepEqual(shapeOf(textsFor(language)), english, language);
  });

  it('are found by the first part of a tag, else English', () => {
    const found = ['de-simple', 'AR', 'uk-UA', 'en-GB', 'fa', 'constructor', '"><b>', undefined].map((tag) => textsFor(tag));
    assert.deepEqual(found.map(({ language, dir }) => `${language} ${dir}`), ['de ltr', 'ar rtl', 'uk ltr', 'en ltr', 'en ltr', 'en ltr', 'en ltr', 'en ltr']);
  });
});

/** @returns {Promise<(source: string) => string>} what the widget says for an English text */
async function widgetIn(language) {
  if (language === 'en') return (source) => source;
  const units = await readFile(new URL(`../../../locales/${language}.xlf`, import.meta.url), 'utf8');
  const targets = new Map(Array.from(units.matchAll(/<source>(.*)<\/source>\s*<target[^>]*>(.*)<\/target>/g), ([, source, target]) => [source, target]));
  return (source) => targets.get(source);
}

/** Every text, with the ones of functions for nobody and for somebody. */
const wordsOf = (texts) => Object.values(texts).flatMap((value) => {
  if (typeof value === 'function') return [value(''), value(['x'])];
  return typeof value === 'object' ? wordsOf(value) : [value];
});

describe('the words', () => {
  for (const language of LANGUAGES) {
    it(`in ${language} name the buttons as the widget and the own pages do, where the link leads`, async () => {
      const texts = textsFor(language);
      const widget = await widgetIn(language);
      assert.equal(texts.pages.confirm.button, widget('Confirm'));
      assert.equal(texts.pages.stop.button, widget('Never write to me again'));
      assert.ok(texts.confirmBody.includes(texts.pages.confirm.button));
      assert.ok(texts.confirmStop.includes(texts.pages.stop.button));
      // The link in the mail only leads to those buttons: one press of it is not enough.
      for (const link of [texts.confirmButton, texts.stopLink]) assert.ok(link !== texts.pages.confirm.button && link !== texts.pages.stop.button);
    });
  }

  const strange = {
    de: /bestell|anmeld|angemeldet|abmeld|klick/i,
    en: /click|sign(?:ed)? up|know nothing/i,
    // Said to several people, or "click".
    ar: /\p{L}كم(?!\p{L})|اضغطوا|افتحوا|كنتم|اخترتم|تريدون|نقرة/u,
    uk: /[\p{L},«]\s+В(?:и|ас|ам|аш\p{L}*)(?!\p{L})|клік|замовля|замови/u,
    tr: /(?<!e-)bülten|tıkla|kayd(?:ınız|ol)/i,
  };
  for (const language of LANGUAGES) {
    it(`in ${language} are those of the widget`, () => {
      for (const words of wordsOf(textsFor(language))) assert.doesNotMatch(words, strange[language]);
    });
  }
});

describe('a confirmation mail', () => {
  for (const language of LANGUAGES) {
    it(`says in ${language} where to confirm, for how long, and how to say no`, async () => {
      const { text, html, subject } = await arrived({ language });
      const { confirmBody, confirmLife, confirmStop, confirmButton, stopLink, dir } = textsFor(language);
      for (const words of [confirmBody, confirmLife, confirmStop, confirmButton, stopLink]) {
        assert.ok(text.includes(words), words);
        assert.ok(html.includes(words), words);
      }
      assert.match(confirmLife, /3/);
      assert.match(html, new RegExp(`<html lang="${language}" dir="${dir}">`));
      assert.match(html, new RegExp(`<div lang="${language}" dir="${dir}"`));
      assert.match(subject, language === 'de' ? /Neues aus dem Kreis$/ : /News of the district\u2069?$/);
    });
  }

  it('says nothing that the person typed: it may be a stranger to whom the address belongs', async () => {
    const [{ text, html, subject }, anonymous] = [await arrived({ name: 'Buy Gold Now', topics: ['Gold'] }), await arrived({ topics: [] })];
    assert.deepEqual({ text, html, subject }, { text: anonymous.text, html: anonymous.html, subject: anonymous.subject });
  });

  it('carries its link as a button and as text, and nothing that is fetched', async () => {
    const { html, text } = await arrived();
    const href = `https://kreis.example/newsletter/confirm?token=${tokens.confirm}&lang=en`;
    const shown = href.replace('&', '&#38;');
    assert.equal(html.split(`<a href="${shown}"`).length - 1, 2);
    assert.ok(html.includes(`>${shown}</a>`));
    assert.ok(text.includes(`\n${href}\n`));
    assert.ok(text.includes(`/newsletter/stop?token=${tokens.stop}&lang=en`));
    assert.doesNotMatch(html, /<(?:img|script|link|iframe|object)|url\(|src=/i);
  });

  it('leads to the page of the site where there is one, with the token in the fragment', async () => {
    const { text } = await arrived({ language: 'ar' }, configWith({ pageUrl: new URL('https://kreis.example/welcome?x=1#old') }));
    const [confirm, stop] = text.match(/https?:\S+/g);
    assert.equal(confirm, `https://kreis.example/welcome?x=1#onboarding/newsletter/confirm/${tokens.confirm}?lang=ar`);
    assert.equal(stop, `https://kreis.example/welcome?x=1#onboarding/newsletter/stop/${tokens.stop}?lang=ar`);
  });

  it('can be unsubscribed by one click of the mail program, whatever the page', async () => {
    const { raw } = await arrived({}, configWith({ pageUrl: new URL('https://kreis.example/welcome'), publicUrl: new URL('https://kreis.example/newsletter/') }));
    assert.ok(raw.includes(`List-Unsubscribe: <https://kreis.example/newsletter/unsubscribe?token=${tokens.unsubscribe}>\r\n`));
    assert.ok(raw.includes('List-Unsubscribe-Post: List-Unsubscribe=One-Click\r\n'));
  });

  it('keeps its Message-ID over every try', async () => {
    const [first, second] = [await arrived(), await arrived()];
    assert.equal(first.messageId, '<mail-1@kreis.example>');
    assert.equal(second.messageId, first.messageId);
  });
});

describe('a welcome mail', () => {
  it('greets by name', async () => {
    const { text } = await arrived({ kind: 'welcome', name: 'Zoë' });
    assert.ok(text.startsWith('Hello \u2068Zoë\u2069,\n'));
  });

  it('names the topics and leads to the data and out', async () => {
    const { text, html } = await arrived({ kind: 'welcome', language: 'ar', topics: ['work', 'gone'] });
    assert.ok(text.includes('\u2068العمل\u2069، \u2068gone\u2069'));
    assert.ok(html.includes('<bdi>العمل</bdi>، <bdi>gone</bdi>'));
    assert.ok(text.includes(`/manage?token=${tokens.manage}&lang=ar`));
    assert.ok(text.includes(`/unsubscribe?token=${tokens.unsubscribe}&lang=ar`));
    assert.doesNotMatch(text, /confirm\?|stop\?/);
  });

  it('says nothing of topics where none was chosen', async () => {
    const { text } = await arrived({ kind: 'welcome', topics: [] });
    assert.ok(text.includes(`${textsFor('en').welcomeBody([])}\n`));
    assert.doesNotMatch(text, /chose/);
  });
});

describe('what a stranger typed', () => {
  it('greets where it is a name', () => {
    for (const name of ['Amal', ' Zoë  O’Neill-Straße ', 'Dr. Müller', 'أمل الحسن', 'Олена', 'می\u200cخواهم', 'N. K. Jemisin']) {
      assert.equal(greetingName(name), `\u2068${name.trim()}\u2069`, name);
    }
  });

  it('is left out where it could be a link, a number, mark-up or a text', () => {
    const hostile = ['evil.example', 'www.evil', 'a/b', 'http:', '<b>x', 'a&b', 'call 0301', 'a@b', 'x\u202ey', 'x\u2066y', 'a\r\nb', 'a\u0000b', '"x"', 'ev\u2024il', '٣٤٥',
      '１２', '\u{1f4b0}', '...', '', ' ', 'a'.repeat(61), 'win:', 'ev。il', '(x)', '[x](y)', '`x`', '*x*'];
    for (const name of hostile) assert.equal(greetingName(name), undefined, JSON.stringify(name));
  });

  it('never reaches a header and never becomes mark-up', async () => {
    const plain = await arrived();
    const names = plain.headers.map(({ key }) => key);
    for (const name of ['a\r\nBcc: x@evil.example', '<img src=x>', 'evil.example', '=?UTF-8?Q?Bcc?=']) {
      const { headers, envelope, text, html } = await arrived({ name, topics: [name], kind: 'welcome' });
      assert.deepEqual(headers.map(({ key }) => key), names);
      assert.deepEqual(envelope.to, ['amal@example.org']);
      assert.ok(headers.every(({ key, value }) => key === 'content-type' || !value.includes('evil')));
      assert.doesNotMatch(html, /<img|href="(?!https:\/\/kreis\.example\/)/);
      assert.ok(text.startsWith(textsFor('en').greeting()));
    }
  });

  it('an address is one recipient, whatever it holds', async () => {
    for (const to of ["o'neill+a=b@example.org", '=?utf-8?q?a?=@example.org', '{x}|y@example.org']) {
      const { envelope } = await arrived({ to });
      assert.deepEqual(envelope.to, [to]);
    }
  });
});
