import { expect } from '@open-wc/testing';
import { type } from '../../support/browser.ts';
import { fault } from '../../support/server.ts';
import { onFreshPage } from '../shared/fresh-page.ts';
import { fullNewsletter, type WithNewsletter } from './newsletters.ts';
import { ADDRESS, email, find, focused, focusedName, isShown, pause, place, text, until, type Widget } from './visitor.ts';

/** A page whose own form can be filled in while the widget is still loading. */
async function arrive(form: string, document: WithNewsletter = fullNewsletter()): Promise<Widget> {
  const widget = await place(document, { attributes: { endpoint: fault('late', { ms: 800, body: JSON.stringify(document) }) } });
  widget.innerHTML = `<form>${form}</form>`;
  return widget;
}

const own = (widget: Widget, selector: string): HTMLInputElement => widget.querySelector<HTMLInputElement>(selector)!;
const name = (widget: Widget): HTMLInputElement => find<HTMLInputElement>(widget, '#name')!;
const shown = (widget: Widget): Promise<void> => until(() => email(widget), 'the form');

describe('A page’s own form inside a newsletter', () => {
  onFreshPage();

  it('that somebody is typing into goes over to the widget with the focus', async () => {
    const widget = await arrive('<input type="email"><input autocomplete="section-a name" value="Amal">');
    own(widget, '[type=email]').focus();
    await type('amal@town');
    await shown(widget);
    expect([email(widget).value, name(widget).value, focused(widget)?.id]).to.deep.equal(['amal@town', 'Amal', 'email']);
    expect(isShown(own(widget, '[type=email]'))).to.be.false;
    await type('.example');
    expect(email(widget).value).to.equal(ADDRESS);
  });

  it('is understood by the names of its fields too', async () => {
    const widget = await arrive('<input name="EMAIL" value=" amal@town.example "><input name="Name"><input name="city" value="Musterstadt">');
    own(widget, '[name=Name]').focus();
    await shown(widget);
    expect([email(widget).value, name(widget).value, focused(widget)?.id]).to.deep.equal([ADDRESS, '', 'name']);
  });

  it('leaves the focus at the heading where it was on something else', async () => {
    const widget = await arrive('<button type="button">Send</button>');
    widget.querySelector('button')!.focus();
    await shown(widget);
    expect(focusedName(widget)).to.equal('News for newcomers');
  });

  it('takes no focus that is elsewhere, and fills in nothing where it is empty', async () => {
    const widget = await arrive('<input type="email">');
    await shown(widget);
    expect([email(widget).value, focused(widget), document.activeElement]).to.deep.equal(['', undefined, document.body]);
  });

  it('does not take back what the visitor changes in the widget', async () => {
    const widget = await arrive('<input type="email" value="amal@town.example">');
    await shown(widget);
    email(widget).value = '';
    email(widget).dispatchEvent(new Event('input', { bubbles: true }));
    widget.reload();
    await pause(1_000);
    expect([email(widget).value, text(widget, '#newsletter-title')]).to.deep.equal(['', 'News for newcomers']);
  });
});
