import assert from 'node:assert/strict';
import { afterEach, describe, it } from 'node:test';
import { OnPageController, isOnPage, openOnPage } from '../../../src/core/on-page.ts';

describe('The widgets of a page', () => {
  const placed: OnPageController[] = [];
  afterEach(() => placed.splice(0).forEach((controller) => controller.hostDisconnected()));

  /** Puts a widget on the page. @returns the ids it was asked to open, and itself */
  function place(kind: string, ids: readonly string[]): { opened: string[]; widget: OnPageController } {
    const opened: string[] = [];
    const host = { addController: (): void => undefined, removeController: (): void => undefined, requestUpdate: (): void => undefined, updateComplete: Promise.resolve(true) };
    const widget = new OnPageController(host, kind, (id) => ids.includes(id), (id) => opened.push(id));
    placed.push(widget);
    widget.hostConnected();
    return { opened, widget };
  }

  it('open for each other what they show', () => {
    const [journey, offices, courses] = [place('step', ['a']), place('actor', ['a', 'b']), place('actor', ['c'])];
    assert.deepEqual([isOnPage('actor', 'c'), isOnPage('actor', 'd'), isOnPage('step', 'a'), isOnPage('step', 'b'), isOnPage('event', 'a')], [true, false, true, false, false]);
    for (const id of ['c', 'a', 'd']) openOnPage('actor', id);
    assert.deepEqual([journey.opened, offices.opened, courses.opened], [[], ['a'], ['c']]);
  });

  it('open it in one place, the first, where two show it', () => {
    const [first, second] = [place('actor', ['a']), place('actor', ['a'])];
    openOnPage('actor', 'a');
    assert.deepEqual([first.opened, second.opened], [['a'], []]);
    first.widget.hostDisconnected();
    openOnPage('actor', 'a');
    assert.deepEqual([first.opened, second.opened], [['a'], ['a']]);
  });

  it('are not asked once they are gone', () => {
    const { opened, widget } = place('actor', ['a']);
    widget.hostDisconnected();
    assert.equal(isOnPage('actor', 'a'), false);
    openOnPage('actor', 'a');
    widget.hostConnected();
    assert.equal(isOnPage('actor', 'a'), true);
    assert.deepEqual(opened, []);
  });
});
