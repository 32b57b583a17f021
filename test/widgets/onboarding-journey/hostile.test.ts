import { expect } from '@open-wc/testing';
import { expectAccessible } from '../../support/axe.ts';
import { answer, listen, onFreshPage, replace } from './fresh-page.ts';
import { journey, step, town, townOfTwo, townWith, type Town } from './town.ts';
import { activate, controls, enter, find, findAll, look, openAll, pick, text, tick, until, wake } from './visitor.ts';

const MARKUP = '"><img src=x onerror=hacked()><script>hacked()</script><a href="javascript:hacked()">${hacked()}{{hacked()}}</a>';
const TEXTS = new Set(['title', 'summary', 'label', 'help', 'name', 'official', 'details', 'cost', 'duration', 'text', 'otherwise', 'basis', 'responsibility', 'street', 'city', 'note', 'en', 'de', 'ar']);

/** The document with the markup before every text. */
const poisoned = (document: Town): Town =>
  JSON.parse(JSON.stringify(document, (key, value: unknown) => (TEXTS.has(key) && typeof value === 'string' ? `${MARKUP} ${value}` : value))) as Town;

/** Counts what hostile data managed to run. */
function watch(): { calls: number } {
  const seen = { calls: 0 };
  const value = (): void => void seen.calls++;
  for (const name of ['hacked', 'alert', 'confirm', 'prompt', 'open', 'print']) replace(window, name, { value });
  return seen;
}

/** Names of the elements and attributes that a part of the widget consists of. */
const vocabulary = (part: Element): string[] =>
  [...new Set([part, ...part.querySelectorAll('*')].slice(1).flatMap((node) => [node.localName, ...[...node.attributes].map(({ name }) => `@${name}`)]))].sort();

const FORBIDDEN = 'img, script, iframe, object, embed, form, style, link, svg, math, template, [onerror], [onclick], [onload], [style]';

describe('Hostile data', () => {
  onFreshPage();

  it('of script in every text are shown as text, accessibly', async () => {
    listen();
    const seen = watch();
    const widget = await enter(poisoned(town()));
    await openAll(widget);
    const innocent = await enter(town());
    await openAll(innocent);
    expect(findAll(widget, '*').length).to.equal(findAll(innocent, '*').length);
    expect(findAll(widget, FORBIDDEN)).to.have.length(0);
    expect(text(widget, 'h2')).to.equal(`${MARKUP} Working here`);
    expect(text(widget, '#details-register')).to.contain(`${MARKUP} Free`);
    expect(seen.calls).to.equal(0);
    innocent.remove();
    await expectAccessible(widget);
  });

  it('of script in the choice of journeys are shown as text', async () => {
    listen();
    const seen = watch();
    const widget = await look(poisoned(townOfTwo()));
    expect(controls(widget, `${MARKUP} Founding a company`)).to.have.length(1);
    expect(findAll(widget, FORBIDDEN)).to.have.length(0);
    await expectAccessible(widget);
    expect(seen.calls).to.equal(0);
  });

  it('of formatted text lose everything but their words', async () => {
    const seen = watch();
    const html = ['<script>hacked()</script>', '<img src=x onerror=hacked()>', '<svg onload=hacked()><a xlink:href="javascript:hacked()"></a></svg>', '<style>*{display:none}</style>',
      '<iframe srcdoc="<script>parent.hacked()</script>"></iframe>', '<form action="https://evil.example"><input name="pin"><button>Pay</button></form>', '<p style="position:fixed" class="widget" id="progress" onclick="hacked()">Kept</p>',
      '<a href="javascript:hacked()">Script</a>', '<a href="&#106;avascript:hacked()">Entity</a>', '<a href="data:text/html,<script>hacked()</script>">Data</a>', '<a href="https://town.example/ok" target="_top" ping="https://evil.example">Good</a>',
      '<a href="https://user:secret@town.example/">User</a>', '<img name="querySelector"><a id="shadowRoot" name="renderRoot">Clobber</a>', '<object data="x"></object><embed src="x">', '<table><tr><td>Cell</td></tr></table>', '<p>End</p>',
      '<math><mtext><table><mglyph><style><!--</style><img title="--&gt;&lt;img src=x onerror=hacked()&gt;">'].join('');
    const widget = await enter(townWith([journey([step('one', { html })])]));
    await activate(widget, 'Details: one');
    await until(() => text(widget, '.rich').includes('End'), 'the cleaned text');
    const rich = find(widget, '.rich')!;
    expect(vocabulary(rich)).to.have.members(['@href', '@rel', 'a', 'p', 'table', 'tbody', 'td', 'tr']);
    const links = Object.fromEntries([...rich.querySelectorAll('a')].map((link) => [link.textContent, link.getAttribute('href')]));
    expect(links).to.deep.equal({ Script: null, Entity: null, Data: null, Good: 'https://town.example/ok', User: 'https://town.example/', Clobber: null });
    expect(widget.renderRoot === widget.shadowRoot).to.be.true;
    expect(seen.calls).to.equal(0);
    await expectAccessible(widget);
  });

  it('of addresses lead nowhere but to web pages, mail and telephone', async () => {
    const heard = listen();
    const urls = ['javascript:hacked()', ' java\nscript:hacked()', 'data:text/html,x', 'blob:https://town.example/x', 'vbscript:x', 'file:///etc/passwd', 'https://', '//[', 7, '//town.example/relative', 'https://a:b@town.example/user'];
    const seen = watch();
    const links = urls.map((url) => ({ label: `To ${String(url)}`, url }));
    const office = { id: 'office', name: 'Office', url: urls[0], appointment: urls[1], email: 'a@b?bcc=c@d', phone: '+49;phone-context=evil', contacts: [{ name: 'Ms X', url: urls[2] }] };
    const document = townWith([journey([step('one', { links, actors: ['office'], documents: ['paper'], legal: urls.map((source) => ({ basis: 'Law', source })) })], { documents: [{ id: 'paper', name: 'Paper', link: links[0] }] })], { actors: [office] });
    const widget = await enter(document);
    await openAll(widget);
    const hrefs = findAll(widget, '.disclosed a').map((link) => (link as HTMLAnchorElement).href);
    expect([...new Set(hrefs)]).to.have.members([`${location.protocol}//town.example/relative`, 'https://town.example/user']);
    await until(() => heard.join().includes('Address refused'), 'the web team is told');
    expect(seen.calls).to.equal(0);
  });

  it('of letters that turn the direction of the line lose these', async () => {
    const widget = await look(townWith([journey([step('one', { title: '\u202Etxt.\u2066exe\u2069\u0000\u0007\uFEFF' })], { title: '\u202Dturned' })]));
    expect(text(widget, 'h2')).to.equal('turned');
    expect(text(widget, '.step label')).to.equal('txt.exe');
  });

  it('of a megabyte in one title are cut, and stay within the page', async () => {
    const document = townWith([journey([step('one', { title: 'x'.repeat(1_000_000) }), step('two')])]);
    answer(() => new Response(JSON.stringify(document)));
    const widget = await enter(townWith([]));
    expect(find(widget, '.step label')!.textContent.length).to.be.lessThan(20_010);
    expect(widget.scrollWidth).to.be.at.most(widget.clientWidth);
    await tick(widget, 'two');
    await until(() => text(widget, '.progress') === '1 of 2 done', 'the tick');
  });

  it('of circles and references to nothing leave a plan that works', async () => {
    const heard = listen();
    const steps = [
      step('a', { requires: ['b'] }), step('b', { requires: ['c'] }), step('c', { requires: ['a', 'c', 'nobody'] }),
      step('d', { actors: ['nobody'], documents: ['nothing'], when: { question: 'never asked', is: 'x' } }), step('e', { when: { question: 'unasked', is: 'x' } }),
      step('a', { title: 'The second a' }), 'no step', null, [], 7,
    ];
    const widget = await enter(townWith([journey(steps as never)]));
    expect(text(widget, '.step label')).to.equal('a | b | c | d | e');
    for (const id of ['a', 'b', 'c', 'd', 'e']) await tick(widget, id);
    await until(() => text(widget, '.progress') === '5 of 5 done', 'all are ticked');
    const warnings = heard.filter((line) => line.startsWith('warn')).join('\n');
    for (const reason of ['runs in a circle', 'names no step: "nobody"', 'names no actor: "nobody"', 'names no document: "nothing"', 'asks about no question: "unasked"', 'step a: Duplicate id "a"']) expect(warnings).to.contain(reason);
  });

  it('of ids that are used twice leave what is accessible', async () => {
    listen();
    const options = [{ id: 'x', label: 'X' }, { id: 'x', label: 'X again' }];
    const question = { id: 'q', type: 'single', label: 'Asked?', help: 'Help', options };
    const rest = { documents: [{ id: 'p', name: 'Paper' }, { id: 'p', name: 'Paper again' }], questions: [question, { ...question, label: 'Asked again?' }] };
    const one = journey([step('s', { documents: ['p', 'p'], actors: ['o', 'o'] })], rest);
    const phases = one.phases as object[];
    const widget = await enter(townWith([{ ...one, phases: [...phases, { ...phases[0], title: 'Again' }] }, one], { actors: [{ id: 'o', name: 'Office' }, { id: 'o', name: 'Office again' }] }));
    expect(text(widget, '.step label')).to.equal('s');
    await openAll(widget);
    await expectAccessible(widget);
    expect(text(widget)).not.to.contain('again');
    await pick(widget, 'X');
    await until(() => controls(widget, 'Questions (1 of 1 answered)').length, 'the answer');
  });

  it('of keys that JavaScript knows change no prototype', async () => {
    listen();
    const POISON = '{"__proto__":{"polluted":1},"constructor":{"prototype":{"polluted":1}},"toString":7,"hasOwnProperty":null,';
    const body = JSON.stringify(town()).replaceAll('{"', () => `${POISON}"`);
    answer(() => new Response(body));
    const widget = await enter(townWith([]));
    await openAll(widget);
    expect(text(widget, '.progress')).to.equal('0 of 5 done');
    expect(text(widget, '#details-register')).to.contain('Citizens’ office');
    expect('polluted' in {}).to.be.false;
    expect(Object.keys(Object.prototype)).to.have.length(0);
  });

  const shapes: [string, unknown][] = [
    ['nothing', null], ['a list', []], ['a number', 7], ['a string', 'x'], ['a site without languages', { version: 1, site: { name: 'X', languages: [] }, journeys: [journey([])] }],
    ['journeys that are a string', { ...town(), journeys: 'worker' }], ['steps that are an object', townWith([journey({} as never)])],
  ];
  for (const [what, document] of shapes) {
    it(`of ${what} never throw`, async () => {
      listen();
      const widget = await look(document);
      expect(text(widget)).to.not.equal('');
      if (find(widget, 'h2')) await wake(widget);
    });
  }
});
