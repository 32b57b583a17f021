import { expect } from '@open-wc/testing';
import { expectAccessible } from '../../support/axe.ts';
import { press, type } from '../../support/browser.ts';
import { onFreshPage } from '../shared/fresh-page.ts';
import { office, offices, officesWith } from './offices.ts';
import { enter, field, find, findAll, finds, focused, look, names, reach, search, shows, text, until, type Widget } from './visitor.ts';

const IMMIGRATION = ['Immigration office A-K', 'Immigration office L-Z'];
const marked = (widget: Widget, within: string): string[] => findAll(widget, `${within} mark`).map(({ textContent }) => textContent);

/** What a screen reader says of itself, from now on. */
function listenTo(widget: Widget): string[] {
  const said: string[] = [];
  const region = find(widget, '.widget > [role=status]')!;
  new MutationObserver(() => said.push(region.textContent)).observe(region, { childList: true, characterData: true, subtree: true });
  return said;
}
const pause = (milliseconds: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, milliseconds));

describe('Searching a directory', () => {
  onFreshPage();

  it('is accessible, with the match marked and with the reason', async () => {
    const widget = await enter(offices());
    await finds(widget, 'immigration', IMMIGRATION);
    await expectAccessible(widget);
    await finds(widget, 'work permit', IMMIGRATION);
    await expectAccessible(widget);
  });

  const queries: [what: string, words: string, found: string[]][] = [
    ['in the visitor’s language', 'citizens', ['Citizens’ office']],
    ['in German', 'Ausländerbehörde', IMMIGRATION],
    ['with an umlaut', 'Bürgerbüro', ['Citizens’ office']],
    ['with an umlaut written out', 'Buergerbuero', ['Citizens’ office']],
    ['without the umlaut', 'Burgerburo', ['Citizens’ office']],
    ['with ss for ß', 'parkstrasse', ['Nursery at the park']],
    ['in capitals', 'VOLKSHOCHSCHULE', ['Adult education centre']],
    ['with a letter missing', 'Volkshochshule', ['Adult education centre']],
    ['with two letters swapped', 'citiznes', ['Citizens’ office']],
    ['with a letter too many', 'nurrsery', ['Nursery at the park']],
    ['for the end of a German compound', 'kurse', ['Adult education centre']],
    ['for the end of another one, in the singular', 'Kasse', ['Familienkasse']],
    ['for a service', 'certificate', ['Citizens’ office']],
    ['for a service in German', 'Meldebescheinigung', ['Citizens’ office']],
    ['for an everyday word', 'doctor', ['Public health office']],
    ['for an everyday word in German', 'Arbeitserlaubnis', IMMIGRATION],
    ['for a topic', 'learning german', ['Adult education centre']],
    ['for a postcode', '54321', ['Public health office', 'Nursery at the park']],
    ['for a town', 'Neustadt', ['Public health office', 'Nursery at the park']],
    ['for all of several words', 'office neustadt', ['Public health office']],
    ['for words of two languages', 'Bürgerbüro registration', ['Citizens’ office']],
    ['for a language that is spoken', 'Ukrainian', ['Adult education centre', 'Welcome Service']],
    ['for the person to ask for', 'Ms Example', ['Citizens’ office']],
  ];
  it('forgives, in the visitor’s language and in German at once', async () => {
    const widget = await enter(offices());
    for (const [what, words, found] of queries) {
      await search(widget, words);
      await until(() => names(widget).length === found.length, words).catch(() => undefined);
      expect(names(widget), what).to.have.members(found);
    }
  });

  it('shows what is found with every letter, and leaves the focus in the field', async () => {
    const widget = await enter(offices());
    await reach(widget, field(widget));
    const counts: string[] = [];
    for (const letter of 'immi') {
      await type(letter);
      await widget.updateComplete;
      counts.push(text(widget, '.count'));
    }
    expect(counts[0]).not.to.equal('Results: 8');
    expect(counts.at(-1)).to.equal('Results: 2');
    expect(focused(widget)?.id).to.equal('text');
    expect(field(widget).selectionStart).to.equal(4);
  });

  it('puts the best match first: name, everyday word, service, topic, summary, description', async () => {
    const widget = await enter(officesWith([
      office('described', { name: 'Sixth', description: 'We know about housing.' }), office('summary', { name: 'Fifth', summary: 'Housing and more.' }), office('topic', { name: 'Fourth', categories: ['h'] }),
      office('service', { name: 'Third', services: ['Housing'] }), office('everyday', { name: 'Second', synonyms: ['housing'] }), office('part', { name: 'Housings' }), office('named', { name: 'Housing' }), office('other'),
    ], { categories: [{ id: 'h', name: 'Housing' }] }));
    await finds(widget, 'housing', ['Housing', 'Housings', 'Second', 'Third', 'Fourth', 'Fifth', 'Sixth']);
  });

  it('marks what was found, however it was typed', async () => {
    const widget = await enter(offices());
    await finds(widget, 'immigration', IMMIGRATION);
    expect(marked(widget, '.disclosure')).to.deep.equal(['Immigration', 'Immigration']);
    await finds(widget, 'burger', ['Citizens’ office']);
    expect(marked(widget, '.official')).to.deep.equal(['Bürger']);
    await finds(widget, 'citizens address', ['Citizens’ office']);
    expect(marked(widget, '.entry')).to.deep.equal(['Citizens', 'address']);
    await search(widget, 'immigration');
    await press('Control+a', 'Backspace');
    await until(() => names(widget).length === 8, 'all of them');
    expect(marked(widget, '.entry')).to.deep.equal([]);
  });

  it('says why something was found where its name does not show it', async () => {
    const widget = await enter(offices());
    await finds(widget, 'ummelden', ['Citizens’ office']);
    expect(text(widget, '.reason')).to.equal('Found: ummelden');
    expect(marked(widget, '.reason')).to.deep.equal(['ummelden']);
    await finds(widget, 'sprachkurs', ['Adult education centre']);
    expect(text(widget, '.reason')).to.equal('Found: Sprachkurse');
    await finds(widget, 'citizens', ['Citizens’ office']);
    expect(text(widget, '.reason')).to.equal('');
  });

  it('says how many there are, once after a pause, and nothing at each key', async () => {
    const widget = await enter(offices());
    const said = listenTo(widget);
    await search(widget, 'immigr');
    await until(() => text(widget, '.count') === 'Results: 2', 'the number on the screen');
    expect(said.join(''), 'while typing').to.equal('');
    await until(() => said.includes('Results: 2'), 'the announcement');
    await pause(1_200);
    expect(said.filter(Boolean)).to.deep.equal(['Results: 2']);
  });

  it('says it again after the next pause, though the number is the same', async () => {
    const widget = await enter(offices());
    const said = listenTo(widget);
    await search(widget, 'immigr');
    await until(() => said.includes('Results: 2'), 'the first announcement');
    await type('ation');
    await until(() => said.filter((words) => words === 'Results: 2').length === 2, 'the second announcement');
  });

  it('works before the visitor has waited for anything', async () => {
    const widget = await enter(offices());
    field(widget).focus();
    await type('familie');
    await until(() => names(widget)[0] === 'Familienkasse', 'the match');
  });

  const hostile = ['<img src=x onerror=hacked()>', '((((((((((a+)+)+)+)+', '[', '\\', '%', '${1}', '__proto__', 'constructor', '  ', '!!!', '👩‍👩‍👧‍👦', '\u202Eabc', 'ﷺ', '"', 'a'.repeat(100)];
  it('survives what is no word', async () => {
    const widget = await enter(offices());
    for (const words of hostile) {
      field(widget).value = words;
      field(widget).dispatchEvent(new Event('input', { bubbles: true }));
      await widget.updateComplete;
      expect(text(widget, '.count'), words).to.match(/^Results: [0-8]$/);
      expect(findAll(widget, 'img, script'), words).to.have.length(0);
    }
    expect(field(widget).maxLength).to.equal(100);
    await finds(widget, 'doctor', ['Public health office']);
  });

  it('leaves the field in place for who types before the search has come, and finds it then', async () => {
    const widget = await look(offices());
    const before = field(widget);
    // Typed and answered within one turn, so that nothing can have come in between.
    before.value = 'doctor';
    before.dispatchEvent(new Event('input', { bubbles: true }));
    await widget.updateComplete;
    expect(field(widget) === before).to.equal(true);
    await shows(widget, ['Public health office']);
  });

  it('finds nothing by blanks, and shows all', async () => {
    const widget = await enter(offices());
    await search(widget, 'doctor');
    await shows(widget, ['Public health office']);
    await press('Control+a');
    await type('   ');
    await until(() => names(widget).length === 8, 'all of them');
  });
});
