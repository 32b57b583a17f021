/** The mails of the sink as pages: `/mails`, `/mails/:id`, and `/mails.json` for tests. They hold everybody's links, so they are for this machine only. */
import { createHash } from 'node:crypto';
import { Hono } from 'hono';
import { html, raw } from 'hono/html';

const STYLE = 'body{max-width:48em;margin:2em auto;padding:0 1em;font-family:sans-serif;line-height:1.5}pre{white-space:pre-wrap;overflow-wrap:anywhere;padding:1em;background:#f3f5f4}th,td{padding:.1em 1em .1em 0;text-align:start;vertical-align:top;overflow-wrap:anywhere}';
const POLICY = `default-src 'none'; style-src 'sha256-${createHash('sha256').update(STYLE).digest('base64')}'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'`;
/** The mail as it looks: its own styles, nothing from elsewhere, links that open in the same window. */
const MAIL_POLICY = "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

const layout = (title, body) => html`<!doctype html>
<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>${title}</title><style>${raw(STYLE)}</style></head>
<body><h1 dir="auto">${title}</h1>
${body}
</body></html>`;

const listOf = (mails) => (mails.length
  ? html`<p>Newest first. Reload the page to see more.</p>
<ol reversed>${mails.toReversed().map(({ id, to, subject, date }) => html`<li><a href="mails/${id}"><bdi>${subject}</bdi></a><br>to <bdi>${to.join(', ')}</bdi>, <time>${date}</time></li>
`)}</ol>`
  : html`<p>No mail yet. Reload the page after subscribing.</p>`);

const linked = (text) => text.split(/(https?:\/\/[^\s<>]+)/).map((part, index) => (index % 2 ? html`<a href="${part}">${part}</a>` : part));

const mailPage = ({ id, subject, to, text, headers }) => layout(subject, html`<p><a href="../mails">All mails</a> · <a href="${id}/html">With its own look</a></p>
<p>To <bdi>${to.join(', ')}</bdi></p>
<pre dir="auto">${linked(text)}</pre>
<h2>Headers</h2>
<table>${headers.map(({ key, value }) => html`<tr><th scope="row">${key}</th><td>${value}</td></tr>
`)}</table>`);

/**
 * @param {{ mails: import('./sink.mjs').SunkMail[] }} sink
 * @returns {Hono} to be mounted at the path of PUBLIC_URL
 */
export function sinkPages({ mails }) {
  const answer = (context, page, policy = POLICY) => context.html(page, 200, {
    'Content-Security-Policy': policy, 'Cache-Control': 'no-store', 'Referrer-Policy': 'no-referrer', 'X-Content-Type-Options': 'nosniff',
  });
  const find = (context) => mails.find(({ id }) => id === context.req.param('id'));
  return new Hono()
    .get('/mails', (context) => answer(context, layout('Mails of the demo', listOf(mails))))
    .get('/mails.json', (context) => context.json(mails, 200, { 'Cache-Control': 'no-store' }))
    .get('/mails/:id', (context) => {
      const mail = find(context);
      return mail ? answer(context, mailPage(mail)) : context.notFound();
    })
    .get('/mails/:id/html', (context) => {
      const mail = find(context);
      return mail ? answer(context, mail.html, MAIL_POLICY) : context.notFound();
    });
}
