import { expect } from '@open-wc/testing';
import { expectAccessible } from '../../support/axe.ts';
import { press, type } from '../../support/browser.ts';
import { countEntries, onFreshPage } from '../shared/fresh-page.ts';
import { offices } from './offices.ts';
import { activate, enter, field, find, findAll, finds, look, names, openFilters, ready, search, shows, text, tick, until, type Widget } from './visitor.ts';

const SCHOOL = ['Adult education centre'];
const IMMIGRATION = ['Immigration office A-K', 'Immigration office L-Z'];
const chips = (widget: Widget): string => text(widget, '.active button');
const addressIs = (hash: string): Promise<void> => until(() => location.hash === hash, hash).catch(() => expect(location.hash).to.equal(hash));
/** More than the pause before what was typed is written. */
const pause = (milliseconds = 700): Promise<void> => new Promise((resolve) => setTimeout(resolve, milliseconds));

describe('The address of a directory', () => {
  onFreshPage();

  it('that was shared opens the same list, accessibly', async () => {
    location.hash = '#onboarding/directory?text=m%C3%BCller+office&category=residence&surname=M%C3%BCller';
    await expectAccessible(await enter(offices()));
    location.hash = '#onboarding/directory?text=office&category=residence&surname=M%C3%BCller';
    const widget = await look(offices());
    await shows(widget, ['Immigration office L-Z']);
    await ready(widget);
    expect(field(widget).value).to.equal('office');
    expect(chips(widget)).to.equal('Remove filter: Residence permit × | Remove filter: Müller × | Remove all filters');
  });

  it('shows nothing else before that', async () => {
    location.hash = '#onboarding/directory?text=doctor';
    const widget = await look(offices());
    expect(names(widget).length).to.be.at.most(1);
  });

  it('says what was typed once the visitor pauses, and each filter', async () => {
    const widget = await enter(offices());
    expect(location.hash).to.equal('');
    await search(widget, 'bürger & büro');
    await addressIs('#onboarding/directory?text=b%C3%BCrger+%26+b%C3%BCro');
    await search(widget, 'online');
    await press('Control+a', 'Backspace');
    await addressIs('#onboarding/directory');
    await openFilters(widget);
    await tick(widget, 'Family');
    await addressIs('#onboarding/directory?category=family');
    await tick(widget, 'Online');
    await addressIs('#onboarding/directory?category=family&mode=online');
  });

  it('has one entry in the history for a search, and one for each filter', async () => {
    const widget = await enter(offices());
    const entries = countEntries();
    await search(widget, 'immigration');
    await pause();
    expect(entries()).to.equal(1);
    await openFilters(widget);
    await tick(widget, 'With interpreter');
    expect(entries()).to.equal(2);
  });

  it('goes back and forward', async () => {
    const widget = await enter(offices());
    await finds(widget, 'immigration', IMMIGRATION);
    await addressIs('#onboarding/directory?text=immigration');
    await openFilters(widget);
    await tick(widget, 'Learning German');
    await until(() => text(widget, '.empty'), 'nothing found');
    history.back();
    await shows(widget, IMMIGRATION);
    expect([field(widget).value, chips(widget)]).to.deep.equal(['immigration', '']);
    history.back();
    await until(() => names(widget).length === 8, 'all of them');
    expect([field(widget).value, location.hash]).to.deep.equal(['', '']);
    history.forward();
    await shows(widget, IMMIGRATION);
    history.forward();
    await until(() => chips(widget) === 'Remove filter: Learning German ×', 'the filter');
  });

  it('goes back to the presets of the page', async () => {
    const widget = await enter(offices(), { attributes: { category: 'language-course' } });
    await activate(widget, 'Remove filter');
    await until(() => names(widget).length === 8, 'all of them');
    await addressIs('#onboarding/directory');
    history.back();
    await shows(widget, SCHOOL);
  });

  it('stands above the presets of the page, also where it says nothing', async () => {
    location.hash = '#onboarding/directory';
    expect(names(await enter(offices(), { attributes: { category: 'language-course' } }))).to.have.length(8);
  });

  it('does not undo what was typed since, when the pause is over', async () => {
    const widget = await enter(offices());
    await search(widget, 'immigration');
    history.back();
    await until(() => names(widget).length === 8, 'all of them');
    await pause();
    expect([location.hash, field(widget).value]).to.deep.equal(['', '']);
  });

  it('of the page’s own is left alone', async () => {
    location.hash = '#main';
    const widget = await enter(offices());
    await openFilters(widget);
    expect([location.hash, names(widget).length]).to.deep.equal(['#main', 8]);
    await tick(widget, 'Learning German');
    await shows(widget, SCHOOL);
    location.hash = '#footer';
    await pause(100);
    expect([location.hash, names(widget)]).to.deep.equal(['#footer', SCHOOL]);
  });

  it('keeps path, query and the page’s own state', async () => {
    const { pathname, search: query } = location;
    history.replaceState({ router: 7 }, '', `${pathname}${query}`);
    const base = Object.assign(document.createElement('base'), { href: 'https://elsewhere.example/' });
    const widget = await enter(offices());
    document.head.append(base);
    await search(widget, 'doctor');
    await addressIs('#onboarding/directory?text=doctor');
    base.remove();
    expect([location.pathname, location.search, history.state as unknown]).to.deep.equal([pathname, query, { router: 7 }]);
  });

  it('is not shared by directories with different ids', async () => {
    const [one, other] = [await enter(offices(), { attributes: { id: 'one' } }), await enter(offices(), { attributes: { id: 'other one' } })];
    await finds(one, 'doctor', ['Public health office']);
    await addressIs('#onboarding/one?text=doctor');
    expect(names(other)).to.have.length(8);
    await finds(other, 'immigration', IMMIGRATION);
    await addressIs('#onboarding/other%20one?text=immigration');
    expect(names(one)).to.deep.equal(['Public health office']);
    history.back();
    await addressIs('#onboarding/one?text=doctor');
    expect(names(one)).to.deep.equal(['Public health office']);
  });

  it('is no new visit where the directory is moved while the visitor types', async () => {
    const widget = await enter(offices());
    await finds(widget, 'immigration', IMMIGRATION);
    document.body.append(widget.parentElement!);
    await widget.updateComplete;
    expect([field(widget).value, names(widget)]).to.deep.equal(['immigration', IMMIGRATION]);
    await addressIs('#onboarding/directory?text=immigration');
  });

  it('works where the history cannot be written', async () => {
    const { pushState, replaceState } = history;
    const refuse = (): never => { throw new DOMException('no', 'SecurityError'); };
    Object.assign(history, { pushState: refuse, replaceState: refuse });
    try {
      await finds(await enter(offices()), 'doctor', ['Public health office']);
      await pause();
    } finally {
      Object.assign(history, { pushState, replaceState });
    }
  });

  const hostile = [
    '?text=%', '?text=%E0%A4%A', '?text=%00%E2%80%AEx', `?text=${'a'.repeat(50_000)}`, '?text=<img src=x onerror=hacked()>', '?category=__proto__', '?category=<b>bold</b>', '?phase=constructor', '?phase=__proto__', '?spoken=!', '?spoken=__proto__',
    '?open=never', '?wheelchair=toString', '?mode=valueOf', '?interpreter=no', '?sort=evil', '?sort=__proto__', '?__proto__=x&constructor=y', `?${'category=x&'.repeat(5_000)}`, `?${Array.from({ length: 5_000 }, (_, index) => `category=c${index}`).join('&')}`, '?', '?&&&===', '?place=%F0%9F%92%A9&surname=%F0%9F%92%A9',
  ];
  for (const query of hostile) {
    it(`survives ${query.slice(0, 40)}`, async () => {
      location.hash = `#onboarding/directory${query}`;
      const widget = await enter(offices());
      expect(text(widget, '.count')).to.match(/^Results: [0-8]$/);
      expect(findAll(widget, 'img, b, script')).to.have.length(0);
      expect(chips(widget)).not.to.contain('[object').and.not.to.contain('native code');
      expect(find(widget, '.widget')!.textContent!.length).to.be.below(30_000);
      field(widget).focus();
      await press('Control+a');
      await type('doctor');
      await widget.updateComplete;
      expect(field(widget).value).to.equal('doctor');
    });
  }
});
