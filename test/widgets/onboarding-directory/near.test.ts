import { expect } from '@open-wc/testing';
import { expectAccessible } from '../../support/axe.ts';
import { press } from '../../support/browser.ts';
import { takeRequests } from '../../support/server.ts';
import { onFreshPage, replace } from '../shared/fresh-page.ts';
import { office, offices, officesWith } from './offices.ts';
import { activate, control, controls, enter, fill, find, findAll, focusedName, names, openFilters, reach, text, until, type Widget } from './visitor.ts';

interface Question {
  found: (latitude: number, longitude: number) => void;
  fail: (code: number) => void;
  options: PositionOptions;
}

/** What the device is asked for; the test answers. */
function device(): Question[] {
  const asked: Question[] = [];
  const getCurrentPosition = (found: PositionCallback, fail: PositionErrorCallback, options: PositionOptions): void => void asked.push({
    found: (latitude, longitude) => found({ coords: { latitude, longitude } } as GeolocationPosition), fail: (code) => fail({ code } as GeolocationPositionError), options,
  });
  replace(navigator, 'geolocation', { value: { getCurrentPosition, watchPosition: getCurrentPosition } });
  return asked;
}

const town = (id: string, postalCode: string, latitude: number): object => office(id, { geo: { latitude, longitude: 11 }, address: { postalCode, city: `${id}ville` } });
/** From south to north in steps of 11 km, in another order; one is nowhere. */
const places = (): object => officesWith([town('north', '99920', 51.2), office('nowhere'), town('south', '99900', 51), town('middle', '99910', 51.1)]);

const said = (widget: Widget): string => text(widget, '.filters .outcome');
const distances = (widget: Widget): string[] => findAll(widget, '.entry').map((entry) => entry.querySelector('.distance')!.textContent || '-');
const shows = (widget: Widget, expected: string[]): Promise<void> => until(() => names(widget).join() === expected.join(), `${expected.join()} in the list`).catch(() => expect(names(widget)).to.deep.equal(expected));

async function visit(document = places()): Promise<Widget> {
  const widget = await enter(document);
  await openFilters(widget);
  return widget;
}

describe('Near me', () => {
  onFreshPage();

  it('is accessible before, while and after', async () => {
    const asked = device();
    const widget = await visit();
    await expectAccessible(widget);
    await activate(widget, 'Near me');
    await expectAccessible(widget);
    asked[0]!.found(51, 11);
    await until(() => said(widget).startsWith('The nearest'), 'the position');
    await expectAccessible(widget);
  });

  it('asks nothing before it is pressed, then once, and roughly', async () => {
    const asked = device();
    const widget = await visit();
    await fill(widget, 'Town or postcode', '999');
    expect(asked).to.be.empty;
    await activate(widget, 'Near me');
    await press('Enter');
    expect(said(widget)).to.equal('Your device is looking for your position…');
    await until(() => find(widget, '.widget > [role=status]')!.textContent === said(widget), 'the announcement');
    expect(findAll(widget, '[role=status]')).to.have.length(1);
    expect(asked.map(({ options }) => options)).to.deep.equal([{ timeout: 10_000, maximumAge: 300_000 }]);
  });

  it('shows how far each is, the nearest first', async () => {
    const asked = device();
    const widget = await visit();
    expect(distances(widget)).to.deep.equal(['-', '-', '-', '-']);
    await activate(widget, 'Near me');
    asked[0]!.found(51.005, 11);
    await shows(widget, ['south', 'middle', 'north', 'nowhere']);
    expect(distances(widget)).to.deep.equal(['560 m', '11 km', '22 km', '-']);
    expect(said(widget)).to.equal('The nearest come first. Your position stays on your device.');
    expect(control<HTMLSelectElement>(widget, 'Sort by').value).to.equal('distance');
    expect(focusedName(widget)).to.equal('Near me');
  });

  it('keeps the position to itself', async () => {
    const asked = device();
    const widget = await visit();
    await takeRequests();
    performance.clearResourceTimings();
    await activate(widget, 'Near me');
    asked[0]!.found(51.20001, 11.30003);
    await shows(widget, ['north', 'middle', 'south', 'nowhere']);
    expect(await takeRequests()).to.be.empty;
    expect(performance.getEntriesByType('resource').filter(({ name }) => !name.includes('/__') && !name.includes('/fault/log'))).to.be.empty;
    expect(`${location.href} ${JSON.stringify(history.state)} ${JSON.stringify({ ...localStorage, ...sessionStorage })}`).not.to.match(/20001|30003/);
  });

  it('can be sorted otherwise, and the distances stay', async () => {
    const asked = device();
    const widget = await visit();
    await activate(widget, 'Near me');
    asked[0]!.found(51, 11);
    await shows(widget, ['south', 'middle', 'north', 'nowhere']);
    await reach(widget, control(widget, 'Sort by'));
    await press('ArrowUp');
    await shows(widget, ['middle', 'north', 'nowhere', 'south']);
    expect(distances(widget)).to.deep.equal(['11 km', '22 km', '-', '0 m']);
  });

  const DENIED = 'Your device did not allow it. You can type your town or postcode instead.';
  const LOST = 'Your device did not find your position. You can type your town or postcode instead.';
  for (const [what, code, sentence] of [['is not allowed', 1, DENIED], ['is not available', 2, LOST], ['takes too long', 3, LOST], ['fails in a way nobody knows', 99, LOST]] as const) {
    it(`says so where the position ${what}, and can be tried again`, async () => {
      const asked = device();
      const widget = await visit();
      await activate(widget, 'Near me');
      asked[0]!.fail(code);
      await until(() => said(widget) === sentence, 'the sentence');
      expect(names(widget)).to.deep.equal(['north', 'nowhere', 'south', 'middle']);
      await expectAccessible(widget);
      await press('Enter');
      asked[1]!.found(51, 11);
      await shows(widget, ['south', 'middle', 'north', 'nowhere']);
    });
  }

  it('says so where the device has no position at all', async () => {
    replace(navigator, 'geolocation', { value: undefined });
    const widget = await visit();
    await activate(widget, 'Near me');
    await until(() => said(widget) === LOST, 'the sentence');
  });

  it('is not offered where the data have no coordinates', async () => {
    const widget = await visit(officesWith([office('a', { area: { postalCodes: ['1*'] } }), office('b')]));
    expect(controls(widget, 'Near me')).to.have.length(0);
    expect(controls(widget, 'Town or postcode')).to.have.length(1);
  });
});

describe('A typed place', () => {
  onFreshPage();

  it('sorts by distance, by postcode or by town, and asks the device nothing', async () => {
    const asked = device();
    const widget = await visit();
    await fill(widget, 'Town or postcode', '99920');
    await shows(widget, ['north', 'middle', 'south', 'nowhere']);
    expect(distances(widget)).to.deep.equal(['0 m', '11 km', '22 km', '-']);
    await fill(widget, 'Town or postcode', 'southville');
    await shows(widget, ['south', 'middle', 'north', 'nowhere']);
    await fill(widget, 'Town or postcode', 'Nobody knows');
    await shows(widget, ['north', 'nowhere', 'south', 'middle']);
    expect(distances(widget)).to.deep.equal(['-', '-', '-', '-']);
    expect(asked).to.be.empty;
    await expectAccessible(widget);
  });

  it('goes before the device’s position', async () => {
    const asked = device();
    const widget = await visit();
    await activate(widget, 'Near me');
    asked[0]!.found(51, 11);
    await shows(widget, ['south', 'middle', 'north', 'nowhere']);
    await fill(widget, 'Town or postcode', 'northville');
    await shows(widget, ['north', 'middle', 'south', 'nowhere']);
  });

  it('and the family name choose the office that is responsible', async () => {
    const widget = await visit(offices());
    await fill(widget, 'Town or postcode', '12345');
    const immigration = (): string[] => names(widget).filter((name) => name.startsWith('Immigration'));
    await until(() => immigration().length === 2, 'both offices');
    for (const [name, letters] of [['Öztürk', ['L-Z']], ['al-Masri', ['A-K']], ['kowalska', ['A-K']], ['Мельник', ['A-K', 'L-Z']]] as const) {
      await fill(widget, 'Your family name', name);
      await until(() => immigration().length === letters.length, name);
      expect(immigration(), name).to.deep.equal(letters.map((range) => `Immigration office ${range}`));
    }
    await fill(widget, 'Town or postcode', 'Neustadt');
    await until(() => names(widget)[0] === 'Public health office', 'the nearest office');
  });

  it('that is no place does no harm', async () => {
    const widget = await visit();
    const field = control<HTMLInputElement>(widget, 'Town or postcode');
    for (const words of ['<img src=x onerror=hacked()>', '(((a+)+)+', '\\', '9'.repeat(100), '\u202E', '__proto__', '-1', '👩‍👧', '   ']) {
      field.value = words;
      field.dispatchEvent(new Event('input', { bubbles: true }));
      await widget.updateComplete;
      expect(names(widget), words).to.have.length(4);
      expect(findAll(widget, 'img'), words).to.have.length(0);
    }
  });
});

describe('Coordinates out of this world', () => {
  onFreshPage();

  it('cost the place, not the office', async () => {
    const asked = device();
    replace(console, 'group', { value: () => undefined });
    replace(console, 'warn', { value: () => undefined });
    const bad = [{ latitude: 91, longitude: 0 }, { latitude: '51', longitude: 11 }, { latitude: 51 }, null, [51, 11], { latitude: 1e300, longitude: -181 }];
    const widget = await visit(officesWith([...bad.map((geo, index) => office(`bad${index}`, { geo })), office('pole', { geo: { latitude: 90, longitude: 180 } })]));
    await activate(widget, 'Near me');
    asked[0]!.found(-90, 0);
    await until(() => names(widget)[0] === 'pole', 'the only place first');
    expect(distances(widget)).to.deep.equal(['20,015 km', ...bad.map(() => '-')]);
  });

  it('of the device leave the list as it is', async () => {
    const asked = device();
    const widget = await visit();
    await activate(widget, 'Near me');
    asked[0]!.found(NaN, Infinity);
    await until(() => said(widget).startsWith('The nearest'), 'the answer');
    expect(names(widget)).to.have.members(['north', 'nowhere', 'south', 'middle']);
  });

  it('of the device may come when the widget has gone', async () => {
    const asked = device();
    const widget = await visit();
    await activate(widget, 'Near me');
    widget.remove();
    asked[0]!.found(51, 11);
    await widget.updateComplete;
    expect(widget.isConnected).to.be.false;
  });
});
