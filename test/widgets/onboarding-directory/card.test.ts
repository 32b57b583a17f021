import { expect } from '@open-wc/testing';
import { expectAccessible } from '../../support/axe.ts';
import { press } from '../../support/browser.ts';
import { answer, downloads, listen, onFreshPage, replace } from '../shared/fresh-page.ts';
import { office, offices, officesWith } from './offices.ts';
import { LINKS, activate, control, controls, enter, find, findAll, focused, focusedName, isShown, openEntry, reach, speak, text, until, type Widget } from './visitor.ts';

const registry = (rest: object = {}): object => office('registry', {
  name: { en: 'Registry office', de: 'Standesamt', ar: 'مكتب السجل' }, official: 'Standesamt', summary: { en: 'Weddings and births.', ar: 'الزواج والولادات.' }, description: 'Ring the bell.\n\nWait in the hall.',
  html: '<p>Bring <strong>all</strong> papers, see the <a href="https://town.example/papers">list</a>.</p><script>hacked()</script><p onclick="hacked()" style="color:red">Really.</p>',
  services: [{ en: 'Birth certificate', ar: 'شهادة الميلاد' }, 'Wedding'], phone: '+49 (0) 30 23125 200', email: 'registry@town.example', url: 'https://town.example/registry', appointment: 'https://town.example/registry/book',
  contacts: [{ name: 'Mr Example', responsibility: 'Weddings', phone: '030 / 23125-201', mobile: '+49 171 3920055', email: 'weddings@town.example' }, { responsibility: 'Births' }],
  address: { street: 'Am Markt 7', postalCode: '12345', city: 'Musterstadt', country: 'Germany', note: 'Room 104' }, geo: { latitude: 50.98, longitude: 11.33 },
  languages: ['de', 'ar'], interpreter: true, online: true, wheelchair: 'limited', accessibility: 'Ramp at the side.', updated: '2026-11-01', ...rest,
});

async function visit(rest?: object): Promise<Widget> {
  const widget = await enter(officesWith([registry(rest)]));
  await openEntry(widget, 'Registry office');
  return widget;
}

/** Label and value of each fact in a part of the card. */
const facts = (widget: Widget, within: string): string[] => findAll(widget, `${within} > dl > div`).map((fact) => [...fact.children].map(({ textContent }) => textContent).join(': '));
const link = (widget: Widget, name: string): string | null => control(widget, name, 'a[href]').getAttribute('href');

describe('The card of an office', () => {
  onFreshPage();

  it('is accessible, in full and in Arabic', async () => {
    const widget = await visit();
    await until(() => text(widget, '.rich'), 'the formatted text');
    await expectAccessible(widget, LINKS);
    await speak(widget, 'ar');
    await until(() => text(widget, '.actions').includes('حفظ'), 'the Arabic card');
    await expectAccessible(widget, LINKS);
  });

  it('has the German name beside the visitor’s', async () => {
    const widget = await visit();
    expect(text(widget, '.entry .disclosure')).to.equal('Registry office');
    expect(find(widget, '.entry .official [lang=de]')!.textContent).to.equal('Standesamt');
    await speak(widget, 'de');
    await until(() => text(widget, '.entry .disclosure') === 'Standesamt', 'the German name');
    expect(text(widget, '.entry > .official')).to.equal('');
  });

  it('says what the office does', async () => {
    const widget = await visit();
    for (const words of ['Weddings and births.', 'Ring the bell.', 'Wait in the hall.']) expect(text(widget, '.entry p')).to.contain(words);
    expect(text(widget, '.services li')).to.equal('Birth certificate | Wedding');
    expect(text(widget, '.entry')).to.contain('Last updated: November 1, 2026');
  });

  it('has the formatted text, cleaned', async () => {
    const calls: unknown[] = [];
    replace(window, 'hacked', { value: () => calls.push(1) });
    const widget = await visit();
    await until(() => text(widget, '.rich'), 'the formatted text');
    expect(text(widget, '.rich p')).to.equal('Bring all papers, see the list. | Really.');
    expect(findAll(widget, '.rich script, .rich [style], .rich [onclick]')).to.have.length(0);
    expect(link(widget, 'list')).to.equal('https://town.example/papers');
    expect(calls).to.be.empty;
  });

  it('says how to reach the office, and how to get in', async () => {
    const widget = await visit();
    expect(facts(widget, '.disclosed')).to.deep.equal([
      'Phone: +49 (0) 30 23125 200', 'Email: registry@town.example', 'Website: town.example', 'Appointment: Book an appointment',
      'Languages: German and Arabic', 'Interpreter: yes, please ask', 'Online: yes', 'Wheelchair access: limited', 'Accessibility: Ramp at the side.',
    ]);
    expect(link(widget, '+49 (0) 30')).to.equal('tel:+493023125200');
    expect(link(widget, 'registry@')).to.equal('mailto:registry@town.example');
    expect(link(widget, 'town.example')).to.equal('https://town.example/registry');
    expect(link(widget, 'Book an appointment')).to.equal('https://town.example/registry/book');
  });

  it('names the people to ask for, each with their own numbers', async () => {
    const widget = await visit();
    expect(text(widget, '.contact > p')).to.equal('Mr Example: Weddings | Births');
    expect(facts(widget, '.contact')).to.deep.equal(['Phone: 030 / 23125-201', 'Phone: +49 171 3920055', 'Email: weddings@town.example']);
    expect(link(widget, '030 / 23125')).to.equal('tel:03023125201');
    expect(link(widget, '+49 171')).to.equal('tel:+491713920055');
  });

  it('keeps telephone numbers from left to right, also in Arabic', async () => {
    const widget = await enter(officesWith([registry()]), { attributes: { lang: 'ar' } });
    await openEntry(widget, 'مكتب السجل');
    expect(getComputedStyle(find(widget, '.widget')!).direction).to.equal('rtl');
    for (const number of findAll(widget, 'a[href^="tel:"] bdi')) expect(getComputedStyle(number).direction).to.equal('ltr');
    expect(text(widget, '.facts dd')).to.contain('الألمانية');
  });

  it('has the address, and directions that ask nobody before the link is followed', async () => {
    performance.clearResourceTimings();
    const widget = await visit();
    expect(text(widget, 'address .line')).to.equal('Am Markt 7 | 12345 Musterstadt | Germany | Room 104 | Directions');
    expect(performance.getEntriesByType('resource').filter(({ name }) => !name.startsWith(location.origin))).to.be.empty;
    expect(findAll(widget, 'img, iframe')).to.have.length(0);
    const followed: string[] = [];
    find(widget, 'address a')!.addEventListener('click', (event) => {
      expect(event.defaultPrevented).to.be.false;
      event.preventDefault();
      followed.push((event.currentTarget as HTMLAnchorElement).href);
    });
    await activate(widget, 'Directions');
    expect(followed).to.deep.equal(['https://www.openstreetmap.org/directions?route=;50.98,11.33']);
  });

  it('finds the way by address where there are no coordinates', async () => {
    expect(link(await visit({ geo: undefined }), 'Directions')).to.equal(`https://www.openstreetmap.org/search?query=${encodeURIComponent('Am Markt 7, 12345 Musterstadt, Germany')}`);
  });

  it('claims nothing that the data do not say', async () => {
    const widget = await enter(officesWith([office('bare')]));
    await openEntry(widget, 'bare');
    expect(text(widget, '.disclosed')).to.equal('Save contact: bare Share: bare');
    expect(text(widget, '.open-state')).to.equal('');
  });

  it('is gone through with the Tab key in its order', async () => {
    const widget = await visit();
    await until(() => text(widget, '.rich'), 'the formatted text');
    const expected = findAll(widget, '.disclosed :is(a[href], button)').filter(isShown);
    expect(expected).to.have.length(11);
    await reach(widget, control(widget, 'Registry office'));
    for (const next of expected) {
      await press('Tab');
      expect(focused(widget)).to.equal(next);
    }
  });
});

describe('A visitor who keeps or passes on a card', () => {
  onFreshPage();

  it('saves the contact as a file', async () => {
    const files = downloads();
    const widget = await visit();
    await activate(widget, 'Save contact');
    await until(() => files.length, 'the file');
    expect(files.map(({ name, blob }) => [name, blob.type])).to.deep.equal([['registry.vcf', 'text/vcard']]);
    const lines = (await files[0]!.blob.text()).replaceAll('\r\n ', '').split('\r\n');
    expect(lines.slice(0, 2)).to.deep.equal(['BEGIN:VCARD', 'VERSION:4.0']);
    expect(lines).to.include.members(['FN;LANGUAGE="en":Registry office', 'ORG;LANGUAGE=de:Standesamt', 'TEL;VALUE=uri;TYPE=work:tel:+493023125200', 'EMAIL:registry@town.example']);
  });

  it('gets the contact in the language that is read', async () => {
    const files = downloads();
    const widget = await visit();
    await speak(widget, 'ar');
    await until(() => text(widget, '.actions').includes('حفظ'), 'the Arabic card');
    await activate(widget, 'حفظ');
    await until(() => files.length, 'the file');
    expect(await files[0]!.blob.text()).to.contain('FN;LANGUAGE="ar":مكتب السجل');
  });

  it('copies the link where the device has nothing to share with', async () => {
    const copied: string[] = [];
    replace(navigator, 'canShare', { value: undefined });
    replace(navigator, 'clipboard', { value: { writeText: async (words: string) => void copied.push(words) } });
    const widget = await visit();
    await activate(widget, 'Share');
    await until(() => text(widget, '.actions .outcome') === 'The link was copied.', 'the sentence');
    expect(copied).to.deep.equal([`${location.href.replace(/#.*/, '')}#onboarding/actor/registry`]);
    expect(focusedName(widget)).to.contain('Share');
    await expectAccessible(widget, LINKS);
  });

  it('is told where the link could not be copied', async () => {
    replace(navigator, 'canShare', { value: undefined });
    replace(navigator, 'clipboard', { value: undefined });
    const widget = await visit();
    await activate(widget, 'Share');
    await until(() => text(widget, '.actions .outcome') === 'The link could not be copied.', 'the sentence');
  });

  it('shares with what the device has, and closing that is no failure', async () => {
    const shared: ShareData[] = [];
    replace(navigator, 'canShare', { value: () => true });
    replace(navigator, 'share', { value: async (data: ShareData) => {
      shared.push(data);
      if (shared.length > 1) throw new DOMException('closed', 'AbortError');
    } });
    replace(navigator, 'clipboard', { get: () => { throw new Error('not needed'); } });
    const widget = await visit();
    await activate(widget, 'Share');
    await press('Enter');
    await until(() => shared.length === 2, 'both times');
    expect(shared[0]!.title).to.equal('Registry office');
    expect(shared[0]!.url).to.match(/#onboarding\/actor\/registry$/);
    expect(text(widget, '.actions .outcome')).to.equal('');
  });
});

describe('A hostile office', () => {
  onFreshPage();
  const MARKUP = '"><img src=x onerror=hacked()><script>hacked()</script>${hacked()}';
  const KEYS = new Set(['id', 'version', 'days', 'opens', 'closes', 'from', 'to', 'timeZone', 'land', 'phone', 'mobile', 'email', 'url', 'appointment', 'feedback', 'post', 'updated', 'wheelchair', 'html']);

  it('of script in every text is shown as text, accessibly', async () => {
    const calls: unknown[] = [];
    replace(window, 'hacked', { value: () => calls.push(1) });
    const clean = { version: 1, site: officesWith([]).site, actors: [registry({ html: undefined }), { ...offices().actors[0]!, categories: [] }] };
    const poisoned = JSON.parse(JSON.stringify(clean), (key, value: unknown) => (typeof value === 'string' && !KEYS.has(key) && / |^[A-Z]/.test(value) && !value.includes('/') ? `${MARKUP} ${value}` : value)) as object;
    const open = async (document: object): Promise<Widget> => {
      const widget = await enter(document);
      for (const button of findAll(widget, '.entry .disclosure')) button.click();
      await until(() => findAll(widget, '.actions').length === 2, 'both cards');
      return widget;
    };
    const widget = await open({ ...poisoned, site: clean.site });
    expect(text(widget, '.services')).to.contain(`${MARKUP} Birth certificate`);
    expect(text(widget, 'address')).to.contain(`${MARKUP} Am Markt 7`);
    expect(findAll(widget, 'img, script, [onerror]')).to.have.length(0);
    const innocent = await open(clean);
    expect(findAll(widget, '.entries *').length).to.equal(findAll(innocent, '.entries *').length);
    innocent.remove();
    expect(calls).to.be.empty;
    await expectAccessible(widget, LINKS);
  });

  it('of addresses leads nowhere but to web pages, mail and telephone', async () => {
    const heard = listen();
    const bad = ['javascript:hacked()', ' java\nscript:hacked()', 'data:text/html,x', 'blob:https://town.example/x', 'file:///etc/passwd', 'https://', 7];
    const actors = bad.map((url, index) => office(`o${index}`, { url, appointment: url, feedback: url, email: 'a@b?bcc=c@d', phone: '+49;phone-context=evil', geo: { latitude: 91, longitude: 0 }, contacts: [{ name: 'Ms X', url, phone: '<b>' }] }));
    const widget = await enter(officesWith(actors));
    for (const button of findAll(widget, '.entry .disclosure')) button.click();
    await until(() => findAll(widget, '.actions').length === bad.length, 'the cards');
    expect(findAll(widget, 'a')).to.have.length(0);
    await until(() => heard.join().includes('Address refused'), 'the web team is told');
  });

  it('of which the website is a mail address has a link with a name', async () => {
    const widget = await visit({ url: 'mailto:registry@town.example', contacts: [{ name: 'Ms X', url: 'tel:+4930' }] });
    expect(findAll(widget, '.disclosed a').map(({ textContent }) => textContent.trim())).not.to.include('');
    expect(link(widget, 'mailto:')).to.equal('mailto:registry@town.example');
  });

  it('of any id opens its own card and nothing else', async () => {
    const ids = ['filters', 'map', 'text', 'sort', '__proto__', 'constructor', 'a/b:c.d', '..'];
    const files = downloads();
    const widget = await enter(officesWith(ids.map((id) => office(id, { name: `Office ${id}`, feedback: { post: '/fault/ok' } }))));
    for (const id of ids) {
      await activate(widget, `Office ${id}`);
      await until(() => find(widget, `#${CSS.escape(`details-${id}`)} .actions`), `the card of ${id}`);
      expect(findAll(widget, '[aria-expanded=true]').map((button) => button.innerText.trim()), id).to.deep.equal([`Office ${id}`]);
      find(widget, `#${CSS.escape(`details-${id}`)} .actions`)!.querySelector<HTMLElement>('button')!.click();
      await activate(widget, `Office ${id}`);
    }
    expect(find(widget, 'form.filters')).to.be.null;
    expect(files.map(({ name }) => name)).to.deep.equal(['filters.vcf', 'map.vcf', 'text.vcf', 'sort.vcf', '__proto__.vcf', 'constructor.vcf', 'a-b-c-d.vcf', '--.vcf']);
  });

  it('of a megabyte stays within the page', async () => {
    listen();
    const long = 'x'.repeat(1_000_000);
    const document = officesWith([registry({ description: long, services: Array.from({ length: 300 }, () => long.slice(0, 500)), address: { street: long.slice(0, 5_000), city: 'Musterstadt' } })]);
    answer(() => new Response(JSON.stringify(document)));
    const widget = await visit();
    expect(text(widget, '.services').length).to.be.greaterThan(150_000);
    expect(widget.scrollWidth).to.be.at.most(widget.clientWidth);
    expect(controls(widget, 'Share')).to.have.length(1);
  });
});
