import { expect } from '@open-wc/testing';
import { expectAccessible } from '../../support/axe.ts';
import { answer, listen, onFreshPage } from '../shared/fresh-page.ts';
import { FORBIDDEN, MARKUP, survivesHostility, watch, withMarkup } from '../shared/hostile.ts';
import { specimen } from './specimen.ts';
import { journey, step, town, townOfTwo, townWith } from './town.ts';
import { activate, controls, enter, find, findAll, look, openAll, pick, text, tick, until, wake } from './visitor.ts';

const fields = new Set(['title', 'summary', 'label', 'help', 'name', 'official', 'details', 'cost', 'duration', 'text', 'otherwise', 'basis', 'responsibility', 'street', 'city', 'note', 'en', 'de', 'ar']);

survivesHostility(specimen, {
  fields,
  forbidden: 'form',
  open: openAll,
  expectMarkup: (widget) => {
    expect(text(widget, 'h2')).to.equal(`${MARKUP} Working here`);
    expect(text(widget, '#details-register')).to.contain(`${MARKUP} Free`);
  },
  expectFull: (widget) => {
    expect(text(widget, '.progress')).to.equal('0 of 5 done');
    expect(text(widget, '#details-register')).to.contain('Citizens’ office');
  },
  shapes: [
    ['journeys that are a string', { ...town(), journeys: 'worker' }], ['steps that are an object', townWith([journey({} as never)])],
  ],
  use: wake,
});

/** Names of the elements and attributes that a part of the widget consists of. */
const vocabulary = (part: Element): string[] =>
  [...new Set([part, ...part.querySelectorAll('*')].slice(1).flatMap((node) => [node.localName, ...[...node.attributes].map(({ name }) => `@${name}`)]))].sort();

describe('Hostile data', () => {
  onFreshPage();

  it('of script in the choice of journeys are shown as text', async () => {
    listen();
    const seen = watch();
    const widget = await look(withMarkup(townOfTwo(), fields));
    expect(controls(widget, `${MARKUP} Founding a company`)).to.have.length(1);
    expect(findAll(widget, `${FORBIDDEN}, form`)).to.have.length(0);
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
});
