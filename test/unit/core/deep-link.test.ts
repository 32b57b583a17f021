import assert from 'node:assert/strict';
import { after, afterEach, before, describe, it } from 'node:test';
import fc from 'fast-check';
import { DeepLinkController, deepLink, linkedId } from '../../../src/core/deep-link.ts';

describe('An address that names a step', () => {
  it('leads to it', () => {
    assert.equal(deepLink('step', 'register'), '#onboarding/step/register');
    assert.equal(linkedId('#onboarding/step/register', 'step'), 'register');
    assert.equal(linkedId('#onboarding/step/a%2Fb', 'step'), 'a/b');
    assert.equal(linkedId('#onboarding/step/a/b', 'step'), 'a/b', 'as people type it');
  });

  it('leads back whatever the id is', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary', minLength: 1 }), (id) => {
      assert.equal(linkedId(deepLink('step', id), 'step'), id);
      assert.equal(linkedId(new URL(deepLink('step', id), 'https://town.example/').hash, 'step'), id);
    }));
  });

  it('is not mistaken for one of the page’s own, of another kind, or a broken one', () => {
    for (const hash of ['', '#', '#top', '#onboarding', '#onboarding/step', '#onboarding/step/', '#onboarding/actor/a', 'onboarding/step/a', '#x#onboarding/step/a', '#onboarding/steps/a', '#onboarding/step/%', '#onboarding/step/%E0%A4%A']) {
      assert.equal(linkedId(hash, 'step'), undefined, hash);
    }
  });

  it('never throws, whatever stands behind the #', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary' }), (rest) => {
      const id = linkedId(`#onboarding/step/${rest}`, 'step');
      assert.ok(id === undefined || id !== '');
    }));
  });
});

/** A page without a document: an address, and who listens to it. */
class Page extends EventTarget {
  readonly location = { hash: '' };

  goTo(hash: string): void {
    this.location.hash = hash;
    this.dispatchEvent(new Event('hashchange'));
  }
}

describe('The widgets of a page', () => {
  const own = Object.getOwnPropertyDescriptor(globalThis, 'window');
  const placed: DeepLinkController[] = [];
  let page: Page;

  before(() => Object.defineProperty(globalThis, 'window', { configurable: true, get: () => page }));
  after(() => void (own ? Object.defineProperty(globalThis, 'window', own) : Reflect.deleteProperty(globalThis, 'window')));
  afterEach(() => placed.splice(0).forEach((controller) => controller.hostDisconnected()));

  /** Puts a widget on the page. @returns the ids it was asked to open, and itself */
  function place(kind: string): { opened: string[]; widget: DeepLinkController } {
    const opened: string[] = [];
    const host = { addController: (): void => undefined, removeController: (): void => undefined, requestUpdate: (): void => undefined, updateComplete: Promise.resolve(true) };
    const widget = new DeepLinkController(host, kind, (id) => opened.push(id));
    placed.push(widget);
    widget.hostConnected();
    return { opened, widget };
  }
  const fresh = (hash = ''): void => {
    page = new Page();
    page.location.hash = hash;
  };

  it('open what the address names when they come, and at each change', () => {
    fresh('#onboarding/actor/a');
    const { opened } = place('actor');
    for (const hash of ['#onboarding/actor/b', '#onboarding/step/c', '#top', '', '#onboarding/actor/a']) page.goTo(hash);
    assert.deepEqual(opened, ['a', 'b', 'a']);
  });

  it('do not open it again because they are moved within the page, nor listen once they are gone', () => {
    fresh('#onboarding/actor/a');
    const { opened, widget } = place('actor');
    widget.hostDisconnected();
    page.goTo('#onboarding/actor/b');
    page.goTo('#onboarding/actor/a');
    widget.hostConnected();
    assert.deepEqual(opened, ['a']);
    widget.hostDisconnected();
    page.goTo('#onboarding/actor/b');
    widget.hostConnected();
    assert.deepEqual(opened, ['a', 'b'], 'but follow an address that has changed meanwhile');
  });
});
