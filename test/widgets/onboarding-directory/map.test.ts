import { expect } from '@open-wc/testing';
import { baseStyles } from '../../../src/core/theme/base.styles.ts';
import { tokens } from '../../../src/core/theme/tokens.ts';
import { MAX_PINS } from '../../../src/widgets/onboarding-directory/map/pins.ts';
import { showMap, type MapOptions, type MapPlace, type ShownMap } from '../../../src/widgets/onboarding-directory/map/map.ts';
import { expectAccessible } from '../../support/axe.ts';
import { press, type } from '../../support/browser.ts';
import { fault, otherOrigin, takeRequests } from '../../support/server.ts';

const at = (id: string, latitude: number, longitude: number, more: Partial<MapPlace> = {}): MapPlace => ({ id, name: `Office ${id}`, position: { latitude, longitude }, ...more });
const PLACES = [at('west', 50.98, 11.31), at('mid', 50.98, 11.33), at('next', 50.98, 11.335), at('east', 50.98, 11.35)];
let serial = 0;
/** Other tiles for each map, because browsers keep them. */
const template = (origin?: string): string => `${fault('ok', { map: serial++ }, origin)}&z={z}&x={x}&y={y}`;
const sleep = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

let host: HTMLElement;
let container: HTMLElement;
let map: ShownMap | undefined;
let opened: string[];
let hidden: number[];

const until = async (found: () => unknown, what: string): Promise<void> => {
  for (const end = Date.now() + 15_000; !found();) {
    if (Date.now() > end) throw new Error(`Still missing: ${what}`);
    await sleep(20);
  }
};
const pins = (): HTMLButtonElement[] => [...container.querySelectorAll<HTMLButtonElement>('.pin')];
const pin = (id: string): HTMLButtonElement => pins().find(({ textContent }) => textContent === `Office ${id}`)!;
const names = (): string[] => pins().map(({ textContent }) => textContent!).sort();
const surface = (): HTMLElement => container.querySelector('.map-surface')!;
const middle = (element: Element): number => { const { left, width } = element.getBoundingClientRect(); return left + width / 2; };
/** Pixels from one pin to the next tell the zoom. */
const scale = (): number => middle(pin('next')) - middle(pin('mid'));
const focused = (): Element | null => host.shadowRoot!.activeElement;
const button = (name: string): HTMLButtonElement => container.querySelector(`button[aria-label="${name}"]`)!;

/** Nothing moves any more. */
async function still(): Promise<void> {
  const places = (): string => [...container.querySelectorAll('.pin, .leaflet-tile-container')].map((element) => JSON.stringify(element.getBoundingClientRect())).join();
  // A zoom begins with the next frame.
  await new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)));
  for (let before = ''; before !== places() || container.querySelector('.leaflet-zoom-anim, .leaflet-pan-anim'); await sleep(100)) before = places();
}

async function show(options: Partial<MapOptions> = {}): Promise<void> {
  map = showMap(container, {
    root: host.shadowRoot!, places: PLACES, tiles: { tiles: template(), attribution: '' }, attribution: '© Town survey', labels: { zoomIn: 'Zoom in', zoomOut: 'Zoom out' },
    open: (id) => opened.push(id), hidden: (count) => hidden.push(count), ...options,
  });
  await until(() => !(options.places ?? PLACES).length || pins().length, 'the pins');
}

beforeEach(async () => {
  host = document.createElement('div');
  const root = host.attachShadow({ mode: 'open' });
  root.adoptedStyleSheets = [tokens.styleSheet!, baseStyles.styleSheet!];
  container = document.createElement('div');
  container.setAttribute('role', 'group');
  container.setAttribute('aria-label', 'Map');
  root.append(document.createElement('button'), container);
  root.querySelector('button')!.textContent = 'Before';
  document.body.append(host);
  [opened, hidden] = [[], []];
  await takeRequests();
});

afterEach(() => {
  map?.remove();
  map = undefined;
  host.remove();
  document.documentElement.dir = '';
});

describe('The map', () => {
  it('is accessible', async () => {
    await show();
    await expectAccessible(container);
  });

  it('asks nobody before it is shown, and then the tile server alone, which learns nothing of the page', async () => {
    const origin = await otherOrigin();
    expect(await takeRequests()).to.be.empty;
    performance.clearResourceTimings();
    await show({ tiles: { tiles: template(origin), attribution: '' } });
    button('Zoom in').click();
    await still();
    const requests = await takeRequests();
    expect(requests).not.to.be.empty;
    for (const { host: asked, headers, path } of requests) {
      expect(asked).to.equal(new URL(origin).host);
      expect(headers).not.to.have.property('referer');
      expect(headers).not.to.have.property('origin');
      expect(path).to.match(/&z=\d+&x=\d+&y=\d+$/);
    }
    for (const { name } of performance.getEntriesByType('resource')) expect(name).to.match(/^http:\/\/127\.0\.0\.1:\d+\/fault\/ok|\/__web-dev-server__|\/fault\/log|\/__web-test-runner/);
  });

  it('shows tiles, and says whom they are by', async () => {
    const picture = 'data:image/svg+xml,%3Csvg xmlns="http://www.w3.org/2000/svg" width="256" height="256"%3E%3C/svg%3E#{z}/{x}/{y}';
    await show({ tiles: { tiles: picture, attribution: '' }, attribution: '<b>© Town</b>' });
    await until(() => container.querySelector('.leaflet-tile-loaded'), 'a tile');
    const tile = container.querySelector<HTMLImageElement>('.leaflet-tile-loaded')!;
    expect(tile.alt).to.equal('');
    expect(getComputedStyle(tile).visibility).to.equal('visible');
    expect(tile.getBoundingClientRect().width).to.equal(256);
    expect(container.querySelector('.map-attribution')!.textContent).to.equal('<b>© Town</b>');
  });

  it('goes no deeper than its tiles, nor farther out than the world', async () => {
    await show({ tiles: { tiles: template(), attribution: '', maxZoom: 15 }, places: [PLACES[0]!] });
    const zoomAsFarAsItGoes = async (label: string): Promise<void> => {
      for (let presses = 0; presses < 40 && button(label).ariaDisabled !== 'true'; presses++) { button(label).click(); await still(); }
      expect(button(label).ariaDisabled, label).to.equal('true');
    };
    await zoomAsFarAsItGoes('Zoom in');
    expect(button('Zoom out').ariaDisabled).to.equal('false');
    const deepest = [...container.querySelectorAll('img')].map(({ src }) => Number(/&z=(\d+)/.exec(src)![1]));
    expect(Math.max(...deepest)).to.equal(15);
    await zoomAsFarAsItGoes('Zoom out');
    expect(button('Zoom in').ariaDisabled).to.equal('false');
  });

  it('shows all its places at first', async () => {
    await show();
    expect(names()).to.deep.equal(['Office east', 'Office mid', 'Office next', 'Office west']);
    const { left, right, top, bottom } = surface().getBoundingClientRect();
    for (const box of pins().map((element) => element.getBoundingClientRect())) {
      expect(box.left >= left && box.right <= right && box.top >= top && box.bottom <= bottom).to.be.true;
      expect(box.width).to.be.at.least(24);
    }
    expect(Math.abs(middle(pin('mid')) - middle(surface()))).to.be.below(2);
    expect(hidden).to.be.empty;
  });

  it('without a place shows the country', async () => {
    await show({ places: [] });
    await until(() => container.querySelector('.leaflet-tile'), 'a tile');
    expect(pins()).to.be.empty;
  });

  it('that is not laid out yet waits until it is', async () => {
    container.hidden = true;
    map = showMap(container, { root: host.shadowRoot!, places: PLACES, tiles: { tiles: template(), attribution: '' }, attribution: '', labels: { zoomIn: '', zoomOut: '' }, open: () => undefined });
    await sleep(100);
    map.update([...PLACES]);
    expect(container.querySelector('img, .pin')).to.equal(null);
    container.hidden = false;
    await until(() => pins().length === 4, 'the pins');
    container.style.width = '300px';
    await until(() => Math.abs(middle(pin('mid')) - middle(surface())) < 2, 'its middle');
  });

  it('runs left to right in every language; names keep their own direction', async () => {
    document.documentElement.dir = 'rtl';
    await show({ places: [at('west', 50.98, 11.31, { name: 'مكتب (1)', lang: 'ar' }), ...PLACES.slice(1)] });
    const arabic = pins().find(({ textContent }) => textContent === 'مكتب (1)')!;
    expect(arabic.querySelector('bdi')!.lang).to.equal('ar');
    expect(getComputedStyle(arabic.querySelector('bdi')!).direction).to.equal('rtl');
    expect(middle(arabic)).to.be.below(middle(pin('mid')));
    expect(middle(pin('mid'))).to.be.below(middle(pin('east')));
    expect(Math.abs(middle(pin('mid')) - middle(surface()))).to.be.below(2);
  });
});

describe('The map by keyboard', () => {
  const start = (): void => host.shadowRoot!.querySelector('button')!.focus();

  it('goes from button to button, and Enter opens', async () => {
    await show();
    start();
    const way: string[] = [];
    for (let step = 0; step < 6; step++) {
      await press('Tab');
      way.push(focused()!.getAttribute('aria-label') ?? focused()!.textContent!);
    }
    expect(way.slice(0, 2)).to.deep.equal(['Zoom in', 'Zoom out']);
    expect(way.slice(2).sort()).to.deep.equal(names());
    const label = focused()!.querySelector('bdi')!.getBoundingClientRect();
    expect(label.width, 'the name of the focused place is seen').to.be.above(40);
    const last = focused()!.textContent!.replace('Office ', '');
    await press('Enter');
    expect(opened).to.deep.equal([last]);
  });

  it('is moved by arrow keys and zoomed by + and -, and keeps the focus', async () => {
    await show();
    start();
    await press('Tab', 'Tab', 'Tab');
    const element = focused() as HTMLElement;
    const before = middle(element);
    await press('ArrowRight');
    await still();
    expect(middle(element)).to.be.closeTo(before - 80, 2);
    const width = scale();
    await type('+');
    await still();
    expect(scale()).to.be.closeTo(width * 2, 3);
    await type('-');
    await still();
    await press('ArrowLeft');
    await still();
    expect(scale()).to.be.closeTo(width, 3);
    for (let step = 0; step < 12; step++) { await press('ArrowRight'); await still(); }
    expect(focused(), 'far out of view').to.equal(element);
  });

  it('leaves the keys of the browser alone', async () => {
    await show();
    const key = (init: KeyboardEventInit): boolean => pins()[0]!.dispatchEvent(new KeyboardEvent('keydown', { bubbles: true, cancelable: true, composed: true, ...init }));
    for (const init of [{ key: 'ArrowLeft', altKey: true }, { key: '+', ctrlKey: true }, { key: '-', metaKey: true }, { key: 'Tab' }, { key: 'a' }]) expect(key(init), init.key).to.be.true;
    expect(key({ key: 'ArrowLeft' })).to.be.false;
  });

  it('brings a place at the edge in', async () => {
    await show();
    // 400 pixels to the left: the western pin is out of view, the middle one at the edge.
    pin('mid').focus();
    for (let step = 0; step < 5; step++) { await press('ArrowRight'); await still(); }
    pin('east').focus();
    await press('Shift+Tab');
    await still();
    const box = (focused() as HTMLElement).getBoundingClientRect();
    const around = surface().getBoundingClientRect();
    expect(box.left).to.be.at.least(around.left);
    expect(box.right).to.be.at.most(around.right);
  });
});

describe('The map by pointer', () => {
  /** A pointer goes down on an element, moves by pixels, and comes up. */
  const drag = async (element: Element, by: number, pointerType: string): Promise<void> => {
    const { left, top } = element.getBoundingClientRect();
    const event = (x: number): MouseEventInit => ({ bubbles: true, composed: true, cancelable: true, clientX: left + x, clientY: top, button: 0, detail: 1 });
    element.dispatchEvent(new PointerEvent('pointerdown', { ...event(0), pointerType }));
    element.dispatchEvent(new MouseEvent('mousedown', event(0)));
    for (const x of [by / 2, by]) element.dispatchEvent(new MouseEvent('mousemove', event(x)));
    // Long enough not to be a throw.
    await sleep(100);
    element.dispatchEvent(new MouseEvent('mouseup', event(by)));
    element.dispatchEvent(new MouseEvent('click', event(by)));
  };

  it('follows a mouse, and takes the end of a drag for no press', async () => {
    await show();
    const before = middle(pin('mid'));
    await drag(pin('mid'), 60, 'mouse');
    await still();
    expect(middle(pin('mid'))).to.be.above(before + 40);
    expect(opened).to.be.empty;
    pin('mid').click();
    expect(opened, 'by keyboard afterwards').to.deep.equal(['mid']);
    await drag(pin('mid'), 0, 'mouse');
    expect(opened).to.deep.equal(['mid', 'mid']);
  });

  it('leaves a single finger to the page', async () => {
    await show();
    const before = middle(pin('mid'));
    await drag(surface(), 60, 'touch');
    await still();
    expect(middle(pin('mid'))).to.equal(before);
    expect(getComputedStyle(surface()).touchAction).to.equal('pan-x pan-y');
    await drag(pin('mid'), 0, 'touch');
    expect(opened).to.deep.equal(['mid']);
  });

  it('leaves the wheel to the page until the visitor is at work in the map', async () => {
    await show();
    const wheel = (): boolean => surface().dispatchEvent(new WheelEvent('wheel', { deltaY: -120, bubbles: true, cancelable: true, composed: true, clientX: middle(surface()), clientY: surface().getBoundingClientRect().top + surface().clientHeight / 2 }));
    const width = scale();
    expect(wheel()).to.be.true;
    await still();
    expect(scale()).to.be.closeTo(width, 2);
    surface().focus();
    expect(wheel()).to.be.false;
    await still();
    expect(scale()).to.be.above(width * 1.5);
    host.shadowRoot!.querySelector('button')!.focus();
    expect(wheel()).to.be.true;
  });

  it('jumps instead of gliding for those who want no motion', async () => {
    const { matchMedia } = window;
    window.matchMedia = (query) => ({ ...matchMedia.call(window, query), matches: query.includes('prefers-reduced-motion') });
    try {
      await show();
    } finally {
      window.matchMedia = matchMedia;
    }
    const width = scale();
    button('Zoom in').click();
    expect(scale(), 'at once').to.be.closeTo(width * 2, 3);
    expect(container.querySelector('.leaflet-zoom-anim')).to.equal(null);
  });
});

describe('The map of a large district', () => {
  // A grid of 100 by 100, some 70 metres apart.
  const many = Array.from({ length: 10_000 }, (_, index) => at(String(index), 50.9 + Math.floor(index / 100) / 1_000, 11.3 + (index % 100) / 1_000));

  it('draws the places nearest to its middle, and tells of the others until they are drawn', async () => {
    await show({ places: many });
    expect(pins()).to.have.length(MAX_PINS);
    expect(hidden).to.deep.equal([10_000 - MAX_PINS]);
    const { left, top, width, height } = surface().getBoundingClientRect();
    for (const element of pins()) {
      const box = element.getBoundingClientRect();
      expect(Math.hypot(box.left + box.width / 2 - left - width / 2, box.top + box.height / 2 - top - height / 2)).to.be.below(height / 4);
    }
    for (let step = 0; step < 20 && hidden.at(-1) !== 0; step++) { button('Zoom in').click(); await still(); }
    expect(hidden.at(-1)).to.equal(0);
    expect(hidden).to.deep.equal([...hidden].sort((a, b) => b - a));
    expect(pins().length).to.be.within(1, MAX_PINS);
    expect(container.querySelectorAll('*').length).to.be.below(1_000);
  });
});

describe('Places in one house', () => {
  it('can all be pressed', async () => {
    const house = Array.from({ length: 7 }, (_, index) => at(`floor-${index}`, 50.98, 11.33));
    await show({ places: house });
    for (const element of pins()) {
      const { left, top, width, height } = element.getBoundingClientRect();
      expect(host.shadowRoot!.elementFromPoint(left + width / 2, top + height / 2), element.textContent!).to.equal(element);
    }
    await expectAccessible(container);
  });
});

describe('A map whose places change', () => {
  it('shows the new ones, and leaves pin and focus of those that stay', async () => {
    await show();
    const stays = pin('mid');
    stays.focus();
    map!.update([PLACES[1]!, at('new', 50.981, 11.34)]);
    expect(names()).to.deep.equal(['Office mid', 'Office new']);
    expect(focused()).to.equal(stays).and.equal(pin('mid'));
    map!.update([{ ...PLACES[1]!, name: 'Office renamed' }]);
    expect(focused(), 'its name is another').to.equal(stays);
    stays.blur();
    map!.update([{ ...PLACES[1]!, name: 'Office renamed' }]);
    expect(names()).to.deep.equal(['Office renamed']);
  });

  it('moves only where none of them is in view', async () => {
    await show();
    const before = middle(pin('east'));
    map!.update([PLACES[3]!]);
    expect(middle(pin('east'))).to.equal(before);
    map!.update([]);
    expect(pins()).to.be.empty;
    map!.update([at('far', 53.55, 9.99)]);
    await until(() => pin('far'), 'the far place');
    expect(Math.abs(middle(pin('far')) - middle(surface()))).to.be.below(2);
  });
});

describe('A map that is taken away', () => {
  it('leaves the page as it was, also in the middle of a zoom', async () => {
    const root = host.shadowRoot!;
    const sheets = [...root.adoptedStyleSheets];
    const attributes = document.body.getAttributeNames();
    await show();
    expect(root.adoptedStyleSheets).to.have.length(sheets.length + 1);
    surface().focus();
    surface().dispatchEvent(new WheelEvent('wheel', { deltaY: -120, bubbles: true, cancelable: true, clientX: 300, clientY: 300 }));
    button('Zoom in').click();
    await sleep(60);
    map!.remove();
    map = undefined;
    expect(container.childElementCount).to.equal(0);
    expect(root.adoptedStyleSheets).to.deep.equal(sheets);
    await sleep(300);
    await takeRequests();
    await sleep(700);
    expect(await takeRequests(), 'asks nobody any more').to.be.empty;
    expect(document.body.getAttributeNames()).to.deep.equal(attributes);
    expect('L' in window).to.be.false;
  });

  it('can be shown again', async () => {
    await show();
    map!.remove();
    await show();
    expect(container.querySelectorAll('.map')).to.have.length(1);
  });
});

describe('A map of hostile data', () => {
  it('shows words as words', async () => {
    const evil = '<img src=x onerror="window.hacked = true">\u0000\n'.repeat(50);
    await show({ places: [at('a', 90, 180, { name: evil, lang: '"><b>' }), at('b', -90, -180, { name: '' }), at('c', 0, 0)], attribution: evil });
    await still();
    expect(container.querySelectorAll('img:not(.leaflet-tile), b')).to.have.length(0);
    expect('hacked' in window).to.be.false;
  });
});
