import { expect } from '@open-wc/testing';
import { expectAccessible } from '../../support/axe.ts';
import { fault, takeRequests } from '../../support/server.ts';
import { provideSettings } from '../../../src/core/config.ts';
import { answer, listen, onFreshPage } from './fresh-page.ts';
import { addressOf, journey, step, town, townOfTwo, townWith, type Town } from './town.ts';
import { activate, enter, find, findAll, look, place, text, tick, until, wake, type Widget } from './visitor.ts';

const titled = (title: string): Town => townWith([journey([step('one')], { title })]);
const shows = (widget: Widget, title: string): Promise<void> => until(() => text(widget, 'h2, h3, h4, h5').startsWith(title), `the journey “${title}”`);

describe('On a busy page a journey', () => {
  onFreshPage();
  beforeEach(takeRequests);

  it('is accessible, twice on one page too', async () => {
    const document = town();
    const widgets = [await enter(document), await enter(document)];
    await expectAccessible(widgets[0]!.parentElement!.parentElement!);
    expect(await takeRequests()).to.have.length(1);
  });

  it('that is moved a hundred times asks once', async () => {
    const widget = await place(town(), { attributes: { endpoint: fault('late', { ms: 300, body: JSON.stringify(titled('Moved')) }) } });
    const places = [widget.parentElement!, document.body];
    for (let move = 1; move <= 100; move++) {
      places[move % 2]!.append(widget);
      if (move % 25 === 0) await new Promise(requestAnimationFrame);
    }
    await shows(widget, 'Moved');
    expect(await takeRequests()).to.have.length(1);
  });

  it('that is moved keeps what is open and goes on counting', async () => {
    const widget = await enter(town());
    await activate(widget, 'You have 0 of 2 documents');
    document.body.append(widget.parentElement!);
    await tick(widget, 'Passport', '.all-documents');
    await until(() => text(widget, '.all-documents .disclosure') === 'You have 1 of 2 documents', 'the count');
    const other = document.createElement('div');
    document.body.append(other);
    other.append(widget);
    await tick(widget, 'Confirmation by the landlord', '.all-documents');
    await until(() => text(widget, '.all-documents .disclosure') === 'You have 2 of 2 documents', 'the count');
    other.remove();
  });

  it('shares one request with 49 others', async () => {
    const document = titled('Shared');
    const endpoint = fault('late', { ms: 300, body: JSON.stringify(document) });
    const widgets = await Promise.all(Array.from({ length: 50 }, () => place(document, { attributes: { endpoint } })));
    for (const widget of widgets) await shows(widget, 'Shared');
    for (const widget of widgets) widget.reload();
    await until(() => widgets.every((widget) => text(widget, 'h2') === 'Shared'), 'all of them');
    await new Promise((resolve) => setTimeout(resolve, 400));
    expect(await takeRequests(), 'the first load and one reload').to.have.length(2);
  });

  it('that is taken off the page gives up its request, unless another waits for it', async () => {
    const signals: AbortSignal[] = [];
    answer(({ signal }) => {
      signals.push(signal!);
      return new Promise(() => undefined);
    });
    const document = titled('Gone');
    const [one, other] = [await place(document), await place(document)];
    await until(() => signals.length, 'the request');
    one.remove();
    await new Promise((resolve) => setTimeout(resolve, 50));
    expect(signals.map(({ aborted }) => aborted)).to.deep.equal([false]);
    other.remove();
    await until(() => signals[0]!.aborted, 'the end of the request');
  });

  it('that is put back on the page asks again', async () => {
    const widget = await place(titled('x'), { attributes: { endpoint: fault('late', { ms: 300, body: JSON.stringify(titled('Back')) }) } });
    const parent = widget.parentElement!;
    widget.remove();
    await new Promise((resolve) => setTimeout(resolve, 50));
    parent.append(widget);
    await shows(widget, 'Back');
  });

  it('shows the endpoint that was set last, however late the others answer', async () => {
    const late = (ms: number, title: string): string => fault('late', { ms, body: JSON.stringify(titled(title)) });
    const widget = await place(town(), { attributes: { endpoint: late(300, 'First') } });
    widget.endpoint = late(500, 'Second');
    await widget.updateComplete;
    widget.endpoint = addressOf(titled('Third'));
    await shows(widget, 'Third');
    await new Promise((resolve) => setTimeout(resolve, 600));
    expect(text(widget, 'h2')).to.equal('Third');
  });

  it('shows no tick of the town before', async () => {
    const widget = await enter(town());
    await tick(widget, 'Find a school');
    await until(() => text(widget, '.progress') === '1 of 5 done', 'the tick');
    widget.endpoint = addressOf(town());
    await until(() => text(widget, '.progress') === '0 of 5 done', 'another town');
  });
});

describe('The settings of a journey', () => {
  onFreshPage();
  afterEach(() => provideSettings({}));

  const inline = async (settings: string, attributes: Record<string, string> = {}): Promise<Widget> => {
    const widget = document.createElement('onboarding-journey');
    for (const [name, value] of Object.entries(attributes)) widget.setAttribute(name, value);
    widget.append(Object.assign(document.createElement('script'), { type: 'application/json', textContent: settings }));
    (await place(town())).replaceWith(widget);
    return widget;
  };

  it('come from the attribute, then the element’s own JSON, then the script tag', async () => {
    provideSettings({ endpoint: addressOf(titled('Of the script tag')), 'heading-level': '4' });
    const json = JSON.stringify({ endpoint: addressOf(titled('Of the JSON')), headingLevel: 3 });
    const all = await inline(json, { endpoint: addressOf(titled('Of the attribute')) });
    await shows(all, 'Of the attribute');
    expect(find(all, '#journey-title')!.localName).to.equal('h3');
    await shows(await inline(json), 'Of the JSON');
    const least = await inline('{}');
    await shows(least, 'Of the script tag');
    expect(find(least, '#journey-title')!.localName).to.equal('h4');
  });

  it('choose the journey, and the level of the headings', async () => {
    const widget = await enter(townOfTwo(), { attributes: { journey: 'worker', 'heading-level': '1' } });
    expect(text(widget, 'h1')).to.equal('Working here');
    expect(text(widget, 'h2')).to.contain('What to do next').and.contain('When you arrive');
    expect(text(widget, 'h3')).to.contain('Register your address');
    await expectAccessible(widget);
    widget.headingLevel = 6;
    await widget.updateComplete;
    expect(new Set(findAll(widget, 'h1, h2, h3, h4, h5, h6').map(({ localName }) => localName))).to.deep.equal(new Set(['h6']));
  });

  it('that are wrong do no harm', async () => {
    const heard = listen();
    const broken = await inline('{"endpoint": ', { endpoint: addressOf(titled('Of the attribute')) });
    await shows(broken, 'Of the attribute');
    expect(heard.join()).to.contain('the settings inside <onboarding-journey> are not JSON');
    const odd = await look(town(), { attributes: { 'heading-level': 'h3', storage: 'everywhere', journey: 'nobody', lang: '!', onclick: '' } });
    expect(find(odd, '#journey-title')!.localName, 'the default level').to.equal('h2');
    await wake(odd);
    expect(text(odd, '[part=footer] > p')).to.equal('Your ticks and answers are not saved. They are gone when you close this page.');
    await until(() => heard.join().includes('nobody'), 'the web team is told');
    await inline('{"__proto__": {"polluted": "yes"}, "constructor": 1, "endpoint": ["x"]}');
    expect('polluted' in {}).to.be.false;
  });
});

describe('A journey that was taken off the page', () => {
  onFreshPage();

  it('decides no longer about the language', async () => {
    const gone = await look(town(), { attributes: { lang: 'de' } });
    gone.requestUpdate();
    gone.remove();
    await gone.updateComplete;
    const widget = await look(town(), { attributes: { lang: 'ar' } });
    await until(() => text(widget, '.next h3') === 'الخطوات التالية', 'Arabic words');
  });
});
