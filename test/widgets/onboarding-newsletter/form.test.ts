import { expect } from '@open-wc/testing';
import { sendMouse } from '@web/test-runner-commands';
import { expectAccessible } from '../../support/axe.ts';
import { press, type } from '../../support/browser.ts';
import { onFreshPage } from '../shared/fresh-page.ts';
import { CONSENT, fullNewsletter, newsletterWith } from './newsletters.ts';
import { ACCEPTED, ADDRESS, THANKS, activate, alerts, agree, choose, consent, control, controls, email, enter, faults, fillIn, find, findAll, focused, focusedName, held, look, nameOf, panel, reach, service, subscribe, text, tick, topics, typeOn, until, write, type Widget } from './visitor.ts';

const typo = (widget: Widget): string => text(widget, '#typo');

describe('The form of a newsletter', () => {
  onFreshPage();

  it('is accessible, empty, with faults, and with a question', async () => {
    const widget = await enter(fullNewsletter());
    await expectAccessible(widget);
    await subscribe(widget);
    expect(faults(widget)).to.contain('Enter your email address.');
    await expectAccessible(widget);
    await write(widget, email(widget), 'amal@gmial.com');
    await press('Tab');
    await until(() => typo(widget), 'the question');
    await expectAccessible(widget);
  });

  it('asks for no more than it needs, by names that browsers know', async () => {
    const widget = await look(fullNewsletter());
    const fields = [email(widget), find<HTMLInputElement>(widget, '#name')!];
    expect(fields.map(({ type: kind, autocomplete, required }) => [kind, autocomplete, required])).to.deep.equal([['email', 'email', true], ['text', 'name', false]]);
    expect(controls(widget, '', 'form input, form select').map(nameOf)).to.deep.equal([
      'Email', 'Name (optional)', 'Work Jobs and permits', 'Family', 'Gründung Deutsch', 'Mails in this language', CONSENT, 'Please leave this field empty',
    ]);
    expect(find<HTMLFormElement>(widget, 'form')!.noValidate).to.be.true;
  });

  it('shows only what the data say', async () => {
    const widget = await look(newsletterWith({ name: false, languages: ['de'] }));
    expect(controls(widget, '', 'form :is(input:not([tabindex]), select, fieldset)').map(nameOf)).to.deep.equal(['Email', CONSENT]);
    expect(text(widget, '#newsletter-title')).to.equal('Newsletter');
    expect(findAll(widget, 'fieldset')).to.have.length(0);
  });

  it('asks for a name, topics and languages only where the format has a field for them', async () => {
    const { newsletter } = fullNewsletter();
    const asked = async (section: object): Promise<string[]> => {
      const widget = await look(newsletterWith({ ...newsletter, ...section }));
      return findAll(widget, '#name, #topics, #language').map(({ id }) => id);
    };
    expect(await asked({ format: 'json' })).to.deep.equal(['name', 'topics', 'language']);
    expect(await asked({ format: 'listmonk' })).to.deep.equal(['name', 'topics']);
    expect(await asked({ format: 'form' })).to.deep.equal([]);
    expect(await asked({ format: 'form', fields: { name: 'FNAME', topics: 'group[]', language: 'LOCALE' } })).to.deep.equal(['name', 'topics', 'language']);
    expect(await asked({ format: 'form', topics: [{ id: 'a', label: 'A', field: 'group_a' }] })).to.deep.equal(['topics']);
  });

  it('names the version of what the visitor agrees to, and links the privacy statement', async () => {
    const widget = await look(fullNewsletter());
    expect(text(widget, '#consent-version')).to.equal('Version of this text: 2026-11');
    expect(consent(widget).getAttribute('aria-describedby')).to.equal('consent-version');
    const link = control<HTMLAnchorElement>(widget, 'Privacy statement');
    expect([link.href, link.rel]).to.deep.equal(['https://town.example/newsletter-privacy', 'noopener noreferrer']);
    expect(consent(widget).checked, 'nobody agrees for the visitor').to.be.false;
  });

  it('is gone through with the Tab key in its order, past the field for bots', async () => {
    const widget = await enter(fullNewsletter());
    const expected = findAll(widget, 'form :is(input:not([tabindex]), select, a, button)');
    expect(expected).to.have.length(9);
    await reach(widget, email(widget));
    for (const next of expected.slice(1)) {
      await press('Tab');
      expect(focusedName(widget)).to.equal(nameOf(next));
    }
    expect(find(widget, '#q4')!.closest('[aria-hidden=true]')).not.to.be.null;
  });
});

describe('A visitor who makes mistakes in the form', () => {
  onFreshPage();

  it('is led to the first one, and hears of all', async () => {
    const asked = service(ACCEPTED);
    const widget = await enter(fullNewsletter());
    await subscribe(widget);
    expect(focused(widget)?.id).to.equal('email');
    expect(alerts(widget)).to.equal('This is still to be done: Enter your email address. Please choose at least one topic. Please tick the box if you agree. Without it we may not write to you.');
    for (const [field, words] of [[email(widget), 'Enter your email address.'], [consent(widget), 'Please tick the box if you agree. Without it we may not write to you.']] as const) {
      expect(field.getAttribute('aria-invalid')).to.equal('true');
      const described = field.getAttribute('aria-describedby')!.split(' ').map((id) => find(widget, `#${id}`)!.textContent);
      expect(described).to.include(words);
    }
    expect(asked).to.be.empty;
  });

  it('is led to a field by the sentence about it', async () => {
    const widget = await enter(fullNewsletter());
    await subscribe(widget);
    await activate(widget, 'Please tick the box');
    expect(focused(widget)?.id).to.equal('agreed');
    await activate(widget, 'Please choose at least one topic.');
    expect(focusedName(widget)).to.equal('Work Jobs and permits');
    await activate(widget, 'Enter your email');
    expect(focused(widget)?.id).to.equal('email');
    expect(location.hash).to.equal('');
  });

  it('sees each fault go when it is mended, and nothing else', async () => {
    const widget = await enter(fullNewsletter());
    await choose(widget);
    await subscribe(widget);
    await type('amal');
    await until(() => faults(widget) === 'Please tick the box if you agree. Without it we may not write to you.', 'one fault less');
    await agree(widget);
    expect([faults(widget), alerts(widget)]).to.deep.equal(['', '']);
    expect(email(widget).hasAttribute('aria-invalid')).to.be.false;
    await subscribe(widget);
    expect(faults(widget)).to.equal('Please check your email address. It looks like this: name@example.org');
    await typeOn(widget, '@town.example');
    const asked = service(ACCEPTED);
    await subscribe(widget);
    await until(() => panel(widget) === THANKS, 'the panel');
    expect(asked).to.have.length(1);
  });

  for (const wrong of ['amal', 'amal@', '@town.example', 'a b@town.example', 'amal@town..example', 'amal@@town.example', 'amal@-town.example', `${'a'.repeat(250)}@b.de`]) {
    it(`sends nothing to “${wrong.slice(0, 30)}”`, async () => {
      const asked = service(ACCEPTED);
      const widget = await enter(newsletterWith());
      await agree(widget);
      email(widget).value = wrong;
      await subscribe(widget);
      expect(faults(widget)).to.equal('Please check your email address. It looks like this: name@example.org');
      expect(focused(widget)?.id).to.equal('email');
      expect(asked).to.be.empty;
    });
  }

  it('chooses at least one topic where there are some', async () => {
    const asked = service(ACCEPTED);
    const widget = await enter(fullNewsletter());
    await fillIn(widget);
    await tick(widget, 'Work');
    await subscribe(widget);
    expect([faults(widget), alerts(widget)]).to.deep.equal(['Please choose at least one topic.', 'This is still to be done: Please choose at least one topic.']);
    expect(focusedName(widget)).to.equal('Work Jobs and permits');
    expect(find(widget, '#topics')!.getAttribute('aria-describedby')).to.equal('topics-fault');
    expect(find(widget, '#topics #topics-fault')).not.to.be.null;
    await expectAccessible(widget);
    expect(asked).to.be.empty;
    await tick(widget, 'Family');
    expect([faults(widget), alerts(widget)]).to.deep.equal(['', '']);
    await subscribe(widget);
    await until(() => asked.length, 'the request');
    expect(asked[0]!.body['topics']).to.deep.equal(['family']);
  });

  it('has chosen a topic that is the only one, and can take it away', async () => {
    const asked = service(ACCEPTED);
    const widget = await enter(newsletterWith({ topics: [{ id: 'work', label: 'Work' }] }));
    expect(topics(widget)).to.deep.equal(['work']);
    await fillIn(widget);
    await tick(widget, 'Work');
    await subscribe(widget);
    expect(faults(widget)).to.equal('Please choose at least one topic.');
    await tick(widget, 'Work');
    await subscribe(widget);
    await until(() => asked.length, 'the request');
    expect(asked[0]!.body['topics']).to.deep.equal(['work']);
  });

  it('loses the space around the address', async () => {
    const asked = service(ACCEPTED);
    const widget = await enter(newsletterWith());
    await fillIn(widget, `  ${ADDRESS} `);
    await subscribe(widget);
    await until(() => asked.length, 'the request');
    expect(asked[0]!.body['email']).to.equal(ADDRESS);
  });
});

describe('A visitor who may have mistyped the address', () => {
  onFreshPage();

  it('is asked after leaving the field, and takes the other address by one button', async () => {
    const widget = await enter(newsletterWith());
    await write(widget, email(widget), 'amal@gmial.com');
    expect(typo(widget)).to.equal('');
    await press('Tab');
    await until(() => typo(widget) === 'Is this what you mean? amal@gmail.com', 'the question');
    await activate(widget, 'Yes, use this address');
    expect([email(widget).value, typo(widget)]).to.deep.equal(['amal@gmail.com', '']);
    expect(focused(widget)?.id).to.equal('email');
  });

  it('is not kept from sending, and the question goes when they type on', async () => {
    const asked = service(ACCEPTED);
    const widget = await enter(newsletterWith());
    await fillIn(widget, 'amal@gmial.com');
    await until(() => typo(widget), 'the question');
    await typeOn(widget, '.example');
    expect(typo(widget)).to.equal('');
    await subscribe(widget);
    await until(() => panel(widget) === THANKS, 'the panel');
    expect(asked[0]!.body['email']).to.equal('amal@gmial.com.example');
  });

  it('is asked before the address is sent, also by the Enter key, and once only', async () => {
    const asked = service(ACCEPTED);
    const widget = await enter(newsletterWith());
    await fillIn(widget, 'amal@town.example');
    await write(widget, email(widget), 'amal@gmial.com');
    await press('Enter');
    await until(() => focusedName(widget) === 'Yes, use this address', 'the focus on the question');
    expect(typo(widget)).to.equal('Is this what you mean? amal@gmail.com');
    expect(focused(widget)!.getAttribute('aria-describedby')).to.equal('typo');
    expect([email(widget).value, consent(widget).checked, asked.length]).to.deep.equal(['amal@gmial.com', true, 0]);
    await expectAccessible(widget);
    await subscribe(widget);
    await until(() => panel(widget) === THANKS, 'the panel');
    expect(asked.map(({ body }) => body['email'])).to.deep.equal(['amal@gmial.com']);
  });

  it('is asked again about another address', async () => {
    const asked = service(ACCEPTED);
    const widget = await enter(newsletterWith());
    await fillIn(widget, 'amal@gmial.com');
    await subscribe(widget);
    await write(widget, email(widget), 'amal@gmx.dee');
    await press('Enter');
    await until(() => typo(widget) === 'Is this what you mean? amal@gmx.de', 'the question');
    await activate(widget, 'Yes, use this address');
    await press('Enter');
    await until(() => panel(widget) === THANKS, 'the panel');
    expect(asked.map(({ body }) => body['email'])).to.deep.equal(['amal@gmx.de']);
  });

  it('presses the button that they aim at, though the question comes meanwhile', async () => {
    const asked = service(ACCEPTED);
    const widget = await enter(newsletterWith());
    await agree(widget);
    await write(widget, email(widget), 'amal@gmial.com');
    const button = control(widget, 'Subscribe');
    button.scrollIntoView();
    const { x, y, width, height } = button.getBoundingClientRect();
    const position: [number, number] = [Math.round(x + width / 2), Math.round(y + height / 2)];
    await sendMouse({ type: 'move', position });
    await sendMouse({ type: 'down' });
    await widget.updateComplete;
    expect(typo(widget)).to.equal('');
    await sendMouse({ type: 'up' });
    await until(() => focusedName(widget) === 'Yes, use this address', 'the focus on the question');
    expect(asked).to.be.empty;
    await subscribe(widget);
    await until(() => asked.length, 'the request');
  });
});

describe('A form of a newsletter', () => {
  onFreshPage();

  it('that a browser filled in without a word is sent as it stands', async () => {
    const asked = service(ACCEPTED);
    const widget = await enter(fullNewsletter());
    await choose(widget);
    await agree(widget);
    email(widget).value = ADDRESS;
    find<HTMLInputElement>(widget, '#name')!.value = 'Amal';
    await subscribe(widget);
    await until(() => asked.length, 'the request');
    expect(asked[0]!.body).to.include({ email: ADDRESS, name: 'Amal' });
  });

  it('that is filled in faster than by a person waits', async () => {
    const asked = service(ACCEPTED);
    const widget = await look(newsletterWith());
    const start = performance.now();
    await fillIn(widget);
    await subscribe(widget);
    expect(asked).to.be.empty;
    await until(() => asked.length, 'the request');
    expect(performance.now() - start).to.be.at.least(1_900);
    expect(asked[0]!.body['elapsed']).to.equal(2_000);
  });

  it('says how long the visitor took, and that no bot field was filled in', async () => {
    const asked = service(ACCEPTED);
    const widget = await enter(fullNewsletter());
    await fillIn(widget);
    await subscribe(widget);
    await until(() => asked.length, 'the request');
    expect(asked[0]!.body).to.include({ elapsed: 5_000, website: '' });
  });

  it('has a field for bots that is nothing to what fills in forms for people', async () => {
    const widget = await look(fullNewsletter());
    const { id, name, autocomplete, dataset } = find<HTMLInputElement>(widget, '#q4')!;
    expect([id, name, autocomplete, { ...dataset }]).to.deep.equal(['q4', 'q4', 'off', { '1pIgnore': '', lpignore: 'true', bwignore: '' }]);
  });

  it('tells what a bot entered', async () => {
    const asked = service(ACCEPTED);
    const widget = await enter(fullNewsletter());
    find<HTMLInputElement>(widget, '#q4')!.value = 'https://spam.example';
    await fillIn(widget);
    await subscribe(widget);
    await until(() => asked.length, 'the request');
    expect(asked[0]!.body['website']).to.equal('https://spam.example');
  });

  it('sends the Enter key of a field too, once', async () => {
    const { reply, release } = held(ACCEPTED);
    const asked = service(reply);
    const widget = await enter(fullNewsletter());
    await fillIn(widget);
    await reach(widget, email(widget));
    await press('Enter', 'Enter');
    release();
    await until(() => panel(widget) === THANKS, 'the panel');
    expect(asked).to.have.length(1);
  });
});
