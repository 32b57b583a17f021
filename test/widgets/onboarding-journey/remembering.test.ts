import { expect } from '@open-wc/testing';
import { expectAccessible } from '../../support/axe.ts';
import { press } from '../../support/browser.ts';
import { KEY_PREFIX, progressKey } from '../../../src/core/storage.ts';
import { onFreshPage, replace } from '../shared/fresh-page.ts';
import { journey, step, town, townOfTwo, townWith, type Town } from './town.ts';
import { activate, enter, find, focusedName, look, pick, text, tick, typeDate, until, type Widget } from './visitor.ts';

const keyOf = ({ site }: Town): string => progressKey(String(site.id));
const stored = (key: string, storage = localStorage): unknown => JSON.parse(storage.getItem(key) ?? 'null');
const progress = (widget: Widget): string => text(widget, '.progress');
const ours = (storage: Storage): string[] => Object.keys(storage).filter((key) => key.startsWith(KEY_PREFIX));

/** Another tab writes, or deletes. */
function otherTab(key: string, newValue: string | null): void {
  if (newValue === null) localStorage.removeItem(key);
  else localStorage.setItem(key, newValue);
  dispatchEvent(new StorageEvent('storage', { key, newValue, storageArea: localStorage }));
}

describe('A visitor’s ticks and answers', () => {
  onFreshPage();

  it('come with an accessible note on where they are kept', async () => {
    const widget = await enter(town());
    expect(text(widget, '[part=footer] > p')).to.equal('Your ticks and answers are saved only on this device. Nobody else gets them.');
    await expectAccessible(widget);
  });

  it('are written at the first act and not before', async () => {
    const writes: string[] = [];
    replace(Storage.prototype, 'setItem', { value: (key: string) => writes.push(key) });
    const document = town();
    const widget = await enter(document);
    await activate(widget, 'Questions');
    await activate(widget, 'Details: Register your address');
    await press('Tab', 'Tab');
    expect(writes).to.be.empty;
    await tick(widget, 'Find a school', '.step');
    await until(() => writes.length, 'the first write');
    expect(writes).to.deep.equal([keyOf(document)]);
  });

  it('are ids and flags, nothing to read for others', async () => {
    const document = town();
    const widget = await enter(document);
    await activate(widget, 'Questions');
    await pick(widget, 'European Union');
    await tick(widget, 'Children');
    await typeDate(widget, 'When do you move in?', 11, 2026);
    await tick(widget, 'Find a school');
    await activate(widget, 'You have 0 of 2 documents');
    await tick(widget, 'Passport', '.all-documents');
    expect(stored(keyOf(document))).to.deep.equal({ v: 1, items: {
      'answer/worker/origin': [1, 'eu'], 'answer/worker/family': [1, ['children']], 'answer/worker/moving-in': [1, '2026-11-11'],
      'step/worker/school': [1, true], 'document/passport': [1, true],
    } });
    expect(ours(localStorage)).to.have.length(1);
    expect(ours(sessionStorage)).to.be.empty;
  });

  it('are there at the next visit, in the first picture', async () => {
    const document = town();
    localStorage.setItem(keyOf(document), JSON.stringify({ v: 1, items: { 'step/worker/school': [1, true], 'answer/worker/origin': [1, 'eu'] } }));
    const widget = await look(document);
    expect(progress(widget)).to.equal('1 of 3 done');
    expect(text(widget, '.questions .disclosure')).to.equal('Questions (1 of 3 answered)');
  });

  it('are there when the widget is taken off the page and made anew', async () => {
    const document = town();
    const first = await enter(document);
    await tick(first, 'Find a school');
    await until(() => progress(first) === '1 of 5 done', 'the tick');
    first.remove();
    expect(progress(await look(document))).to.equal('1 of 5 done');
  });

  it('include the journey that was chosen', async () => {
    const document = townOfTwo();
    const first = await look(document);
    await activate(first, 'Founding a company');
    await until(() => text(first, 'h2') === 'Founding a company', 'the journey');
    first.remove();
    expect(text(await look(document), 'h2')).to.equal('Founding a company');
  });

  it('stay in the tab with storage="session"', async () => {
    const document = town();
    const widget = await enter(document, { attributes: { storage: 'session' } });
    await tick(widget, 'Find a school');
    await until(() => progress(widget) === '1 of 5 done', 'the tick');
    expect(stored(keyOf(document), sessionStorage)).to.deep.equal({ v: 1, items: { 'step/worker/school': [1, true] } });
    expect(ours(localStorage)).to.be.empty;
    expect(text(widget, '[part=footer] > p')).to.contain('only until you close this tab');
  });

  it('are written nowhere with storage="none"', async () => {
    const widget = await enter(town(), { attributes: { storage: 'none' } });
    await tick(widget, 'Find a school');
    await until(() => progress(widget) === '1 of 5 done', 'the tick');
    expect([...ours(localStorage), ...ours(sessionStorage)]).to.be.empty;
    expect(text(widget, '[part=footer] > p')).to.contain('are not saved');
  });

  it('go with one button, and nothing else of the page goes', async () => {
    const document = town();
    localStorage.setItem('shop-basket', 'full');
    localStorage.setItem(progressKey('elsewhere'), '{"v":1,"items":{}}');
    sessionStorage.setItem(`${KEY_PREFIX}language`, 'ar');
    const widget = await enter(document);
    await tick(widget, 'Find a school');
    await until(() => progress(widget) === '1 of 5 done', 'the tick');
    await activate(widget, 'Delete my data on this device');
    await activate(widget, 'Yes, delete');
    expect(progress(widget)).to.equal('0 of 5 done');
    expect([...ours(localStorage), ...ours(sessionStorage)]).to.be.empty;
    expect(localStorage.getItem('shop-basket')).to.equal('full');
    expect(focusedName(widget), 'the focus').to.equal('Delete my data on this device');
  });

  it('are not deleted by “No, keep”, which keeps the focus too', async () => {
    const widget = await enter(town());
    await tick(widget, 'Find a school');
    await activate(widget, 'Delete my data on this device');
    await activate(widget, 'No, keep');
    expect(progress(widget)).to.equal('1 of 5 done');
    expect(focusedName(widget), 'the focus').to.equal('Delete my data on this device');
  });

  it('of two towns on one page are both deleted, on the screen too', async () => {
    const small = (): Town => townWith([journey([step('school'), step('bank')])]);
    const [one, other] = [await enter(small()), await enter(small())];
    await tick(one, 'school');
    await tick(other, 'school');
    await until(() => progress(one) === '1 of 2 done' && progress(other) === '1 of 2 done', 'the ticks');
    await activate(one, 'Delete my data on this device');
    await activate(one, 'Yes, delete');
    await until(() => progress(other) === '0 of 2 done', 'the other widget follows');
    await tick(other, 'bank');
    await until(() => progress(other) === '1 of 2 done', 'the tick');
    expect(ours(localStorage), 'of the other town').to.have.length(1);
    expect(JSON.stringify(stored(ours(localStorage)[0]!))).not.to.contain('school');
  });

  it('of two tabs are merged, and deleted in both', async () => {
    const document = town();
    const widget = await enter(document);
    await tick(widget, 'Find a school');
    otherTab(keyOf(document), JSON.stringify({ v: 1, items: { 'step/worker/bank': [1, true] } }));
    await until(() => progress(widget) === '2 of 5 done', 'the tick of the other tab');
    expect(stored(keyOf(document))).to.deep.equal({ v: 1, items: { 'step/worker/school': [1, true], 'step/worker/bank': [1, true] } });
    otherTab(keyOf(document), null);
    await until(() => progress(widget) === '0 of 5 done', 'all is deleted');
  });

  for (const [blocked, get] of [['throws', () => { throw new DOMException('blocked', 'SecurityError'); }], ['is null', () => null]] as const) {
    it(`work without saving where localStorage ${blocked}, and say so`, async () => {
      replace(window, 'localStorage', { get });
      const widget = await enter(town());
      await tick(widget, 'Find a school');
      await until(() => progress(widget) === '1 of 5 done', 'the tick');
      expect(text(widget, '[part=footer] > p')).to.equal('Your browser does not allow saving. Your ticks and answers are gone when you close this page.');
      await expectAccessible(widget);
    });
  }

  it('are kept in memory where the storage is full, and say so', async () => {
    replace(Storage.prototype, 'setItem', { value: () => { throw new DOMException('full', 'QuotaExceededError'); } });
    const widget = await enter(town());
    await tick(widget, 'Find a school');
    await until(() => text(widget, '[part=footer] > p').includes('does not allow saving'), 'the note');
    expect(progress(widget)).to.equal('1 of 5 done');
  });

  const damaged: [string, string, string][] = [
    ['corrupt', '{"v":1,"items":{"step/wor', '0 of 5 done'],
    ['of somebody else', '["basket"]', '0 of 5 done'],
    ['of a later version', '{"v":7,"items":{"step/worker/school":[2,true],"step/worker/bank":[2,true,"2031"]},"more":1}', '1 of 5 done'],
    ['hostile', '{"v":1,"items":{"__proto__":[1,true],"step/worker/school":[1,"<b>"],"step/worker/bank":[1e99,true],"answer/worker/moving-in":[1,"someday"],"answer/worker/origin":[1,["eu",7]]}}', '0 of 5 done'],
    ['null', 'null', '0 of 5 done'],
  ];
  for (const [what, value, shown] of damaged) {
    it(`survive a stored value that is ${what}`, async () => {
      const document = town();
      localStorage.setItem(keyOf(document), value);
      const widget = await enter(document);
      expect(progress(widget)).to.equal(shown);
      await tick(widget, 'Register your address');
      await until(() => find(widget, '.step.done'), 'the tick');
      expect((stored(keyOf(document)) as { v: number }).v).to.equal(1);
    });
  }
});
