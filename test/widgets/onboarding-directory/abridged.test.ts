/** Offices that a snapshot keeps abridged in an index, and whole in pages. */
import { expect } from '@open-wc/testing';
import { expectAccessible } from '../../support/axe.ts';
import { fault, takeRequests } from '../../support/server.ts';
import { listen, onFreshPage } from '../shared/fresh-page.ts';
import { officesWith, type Offices } from './offices.ts';
import { activate, controls, enter, find, names, openEntry, search, text, until } from './visitor.ts';

/** Each address is another one, because a page asks for one once only. */
const file = (body: unknown, name: string): string => fault('ok', { body: JSON.stringify(body), name, only: crypto.randomUUID() });

const registry = { id: 'registry', name: { en: 'Registry office', de: 'Standesamt' } };
const library = { id: 'library', name: { en: 'Library', de: 'Bücherei' } };

function town(pages = [file([{ ...registry, phone: '+49 30 23125 200', description: 'Ring the bell.' }], 'page-1'), file([{ ...library, email: 'books@town.example' }], 'page-2')]): Offices {
  const index = { en: file([{ ...registry, words: 'bell ring', page: 0 }, { ...library, page: 1 }], 'index-en'), de: file([{ ...registry, page: 0 }], 'index-de') };
  return officesWith([{ source: 'native', url: file({ version: 1, actors: { index, pages } }, 'manifest') }]);
}

const asked = async (): Promise<string[]> => (await takeRequests()).map(({ path }) => new URLSearchParams(path.split('?')[1]).get('name')!).filter((name) => /^(?:index|page)/.test(name)).sort();

describe('Offices that are abridged', () => {
  onFreshPage();
  beforeEach(() => takeRequests());

  it('are listed by the index of the visitor’s language, and whole once they are opened, accessibly', async () => {
    const widget = await enter(town());
    expect(names(widget)).to.deep.equal(['Registry office', 'Library']);
    expect(await asked()).to.deep.equal(['index-en']);
    await openEntry(widget, 'Registry office');
    await until(() => text(widget, '.disclosed').includes('23125 200'), 'the telephone');
    expect(text(widget, '.disclosed')).to.include('Ring the bell.');
    expect(await asked()).to.deep.equal(['page-1']);
    await expectAccessible(widget);
  });

  it('are found by words that only the whole record shows', async () => {
    const widget = await enter(town());
    await search(widget, 'bell');
    await until(() => names(widget).join() === 'Registry office', 'the office with the bell');
  });

  it('say so where the rest does not come, and one button asks again', async () => {
    listen();
    const page = new URL(fault('flaky', { body: JSON.stringify([{ ...registry, phone: '+49 30 23125 200' }]) }));
    const widget = await enter(town([page.href, page.href]));
    await openEntry(widget, 'Registry office');
    await until(() => find(widget, '.disclosed [part=error]'), 'a sentence');
    expect(text(widget, '.disclosed [part=error] p')).to.equal('This part could not be loaded. Please try again.');
    expect(controls(widget, 'Save contact: Registry office'), 'without its telephone').to.have.length(0);
    await activate(widget, 'Try again');
    await until(() => text(widget, '.disclosed').includes('23125 200'), 'the telephone');
    expect(controls(widget, 'Save contact: Registry office')).to.have.length(1);
  });

  it('say so where the answer is something else', async () => {
    listen();
    const page = file({ error: 'closed' }, 'other-page');
    const widget = await enter(town([page, page]));
    await openEntry(widget, 'Registry office');
    await until(() => find(widget, '.disclosed [part=error]'), 'a sentence');
    expect(controls(widget, 'Try again')).to.have.length(1);
  });
});
