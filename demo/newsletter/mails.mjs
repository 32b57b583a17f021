/** What a mail of the outbox looks like: plain text and simple HTML from the same blocks, so that both say the same. */
import { textsFor } from './texts/index.mjs';

/** Only letters and what joins them: no mail carries an address, a number or mark-up that somebody typed as a name. */
const NAME = /^(?=.*\p{L})[\p{L}\p{M}\p{Zs}\p{Join_Control}'’.-]{1,60}$/u;
const LINK_LIKE = /\.\S/;

const BUTTON = 'display:inline-block;padding:12px 20px;border-radius:6px;background:#1b4f8f;color:#ffffff;font-weight:bold;text-decoration:none';
const BODY = 'max-width:36em;font-family:sans-serif;font-size:16px;line-height:1.5';

/** Keeps the direction of a name from disturbing the sentence around it; `html` makes `<bdi>` of it. */
const isolate = (text) => `\u2068${text.replace(/[\u202a-\u202e\u2066-\u2069]/g, '')}\u2069`;

const escapeHtml = (text) => text.replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`);
const html = (text) => escapeHtml(text).replaceAll('\u2068', '<bdi>').replaceAll('\u2069', '</bdi>');

/** @returns {string | undefined} the name for the greeting, isolated; undefined where it could be read as anything but a name */
export function greetingName(name = '') {
  const plain = name.trim();
  return NAME.test(plain) && !LINK_LIKE.test(plain) ? isolate(plain) : undefined;
}

/** The words of a text of the endpoint document, which is a string or a language map, in the wanted language or else one that a reader here may know. */
function inLanguage(text, language) {
  if (typeof text === 'string') return text;
  return text[language] ?? text[language.split('-')[0]] ?? text.en ?? text.de ?? Object.values(text)[0];
}

/** With a page of the site, the token stands in the fragment: no server log and no mail scanner's request ever holds it. */
function linkTo(action, token, language, { pageUrl, publicUrl }) {
  const lang = encodeURIComponent(language);
  if (!pageUrl) return `${under(publicUrl, action)}?token=${token}&lang=${lang}`;
  const page = new URL(pageUrl);
  page.hash = `onboarding/newsletter/${action}/${token}?lang=${lang}`;
  return page.href;
}

const under = (url, action) => `${url.href.replace(/\/$/, '')}/${action}`;

/** @returns {(string | { label: string, href: string, hint?: string })[]} paragraphs; a link with a hint is the one to press */
function blocksOf(mail, texts, config, site) {
  const link = (action) => linkTo(action, mail.tokens[action], mail.language, config);
  if (mail.kind === 'confirm') {
    return [
      // Whoever asked may be a stranger: nothing they typed goes to an address that nobody has confirmed.
      texts.greeting(),
      texts.confirmBody,
      { label: texts.confirmButton, href: link('confirm'), hint: texts.linkHint },
      texts.confirmLife,
      texts.confirmStop,
      { label: texts.stopLink, href: link('stop') },
      texts.footer(isolate(site)),
    ];
  }
  const labels = new Map(config.newsletter.topics.map(({ id, label }) => [id, label]));
  const topics = mail.topics.map((id) => isolate(inLanguage(labels.get(id) ?? id, mail.language)));
  return [
    texts.greeting(greetingName(mail.name ?? undefined)),
    texts.welcomeBody(topics),
    { label: texts.manageLink, href: link('manage') },
    { label: texts.unsubscribeLink, href: link('unsubscribe') },
    texts.footer(isolate(site)),
  ];
}

const asText = (block) => (typeof block === 'string' ? block : `${block.label}:\n${block.href}`);

function asHtml(block) {
  if (typeof block === 'string') return `<p>${html(block)}</p>`;
  const href = escapeHtml(block.href);
  if (!block.hint) return `<p><a href="${href}">${html(block.label)}</a></p>`;
  return `<p><a href="${href}" style="${BUTTON}">${html(block.label)}</a></p>
<p>${html(block.hint)}<br><a href="${href}" dir="ltr" style="word-break:break-all">${href}</a></p>`;
}

const page = (blocks, { language, dir }, title) => `<!doctype html>
<html lang="${language}" dir="${dir}">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>${escapeHtml(title)}</title></head>
<body>
<div lang="${language}" dir="${dir}" style="${BODY}">
${blocks.map(asHtml).join('\n')}
</div>
</body>
</html>
`;

/**
 * What the person typed stands only in the body, never in a header; the address only in `to`, as an object that nothing parses.
 * @param {{ id: string, kind: 'confirm' | 'welcome', to: string, name?: string | null, topics: string[], language: string,
 *   tokens: { confirm?: string, stop?: string, unsubscribe: string, manage: string } }} mail topics by id
 * @param {{ mailFrom: string, publicUrl: URL, pageUrl?: URL, newsletter: { title: string | object, site?: string | object, topics: { id: string, label: string | object }[] } }} config
 * @returns {import('nodemailer').SendMailOptions} the same for every try of one mail
 */
export function composeMail(mail, config) {
  const texts = textsFor(mail.language);
  const title = inLanguage(config.newsletter.title, mail.language);
  const site = config.newsletter.site ? inLanguage(config.newsletter.site, mail.language) : title;
  const subjectOf = mail.kind === 'confirm' ? texts.confirmSubject : texts.welcomeSubject;
  const subject = subjectOf(texts.dir === 'rtl' ? isolate(title) : title);
  const blocks = blocksOf(mail, texts, config, site);
  const oneClick = `${under(config.publicUrl, 'unsubscribe')}?token=${mail.tokens.unsubscribe}`;
  return {
    from: config.mailFrom,
    to: { name: '', address: mail.to },
    subject,
    messageId: `<${mail.id}@${config.publicUrl.hostname}>`,
    headers: {
      // Prepared: an address is never folded or encoded, which some mail programs cannot read.
      'List-Unsubscribe': { prepared: true, value: `<${oneClick}>` },
      'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click',
      'Auto-Submitted': 'auto-generated',
      'Content-Language': texts.language,
    },
    text: `${blocks.map(asText).join('\n\n')}\n`,
    html: page(blocks, texts, subject),
    disableFileAccess: true,
    disableUrlAccess: true,
  };
}
