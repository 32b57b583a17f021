/** What a visitor does with a keyboard and nothing else. */
import { expect } from '@open-wc/testing';
import { engine, press, type } from '../../support/browser.ts';
import { control, find, findAll, focused, focusedName, nameOf, type Widget } from './eyes.ts';

/** Tabs to a control from wherever the focus is, the shorter way: beyond the end of the page are the browser's own buttons. */
export async function reach(widget: Widget, target: HTMLElement): Promise<void> {
  const [from, to] = focused(widget) ? [focused(widget)!, target] : [document.activeElement!, widget];
  const back = from !== document.body && to.compareDocumentPosition(from) & Node.DOCUMENT_POSITION_FOLLOWING;
  for (let tabs = 0; tabs < 150 && focused(widget) !== target; tabs++) await press(back ? 'Shift+Tab' : 'Tab');
  expect(focusedName(widget), 'reached with the Tab key').to.equal(nameOf(target));
}

/** Tabs to a button or link and presses it. */
export async function activate(widget: Widget, name: string): Promise<void> {
  await reach(widget, control(widget, name, 'button, a[href]'));
  await press('Enter');
  await widget.updateComplete;
}

/** Tabs to a checkbox and changes it. */
export async function tick(widget: Widget, name: string, within = ''): Promise<void> {
  await reach(widget, control(widget, name, `${within} input[type=checkbox]`));
  await press('Space');
  await widget.updateComplete;
}

/** Tabs to a group of radio buttons and goes to one with the arrow keys. */
export async function pick(widget: Widget, name: string): Promise<void> {
  const target = control<HTMLInputElement>(widget, name);
  const group = findAll(widget, `input[name="${target.name}"]`) as HTMLInputElement[];
  const entry = group.find(({ checked }) => checked) ?? group[0]!;
  await reach(widget, entry);
  for (let step = 0; step < group.length && focused(widget) !== target; step++) await press('ArrowDown');
  if (!target.checked) await press('Space');
  await widget.updateComplete;
}

/** Tabs to a field, clears it and types. */
export async function write(widget: Widget, field: HTMLInputElement, words: string): Promise<void> {
  await reach(widget, field);
  if (field.value) await press('Control+a', 'Backspace');
  await widget.updateComplete;
  await type(words);
  await widget.updateComplete;
}

/** The same with a text field by its name. */
export const fill = (widget: Widget, name: string, words: string): Promise<void> => write(widget, control<HTMLInputElement>(widget, name, 'input[type=text]'), words);

/** Tabs to a date field and types a day of which day and month are the same number, because fields differ in their order. */
export async function typeDate(widget: Widget, name: string, twin: number, year: number): Promise<void> {
  const field = control<HTMLInputElement>(widget, name);
  await reach(widget, field);
  // A field has parts for day, month and year and is entered at its first.
  while (focused(widget) === field) await press('Shift+Tab');
  await press('Tab');
  const two = String(twin).padStart(2, '0');
  for (const part of [two, two]) {
    await type(part);
    // The others go on to the next part by themselves.
    if (engine === 'webkit') await press('ArrowRight');
  }
  await type(String(year));
  await press('Tab');
  expect(field.value).to.equal(`${year}-${two}-${two}`);
  await widget.updateComplete;
}

/** Goes to an option of the language menu by its arrow keys. */
export async function speak(widget: Widget, language: string): Promise<void> {
  const menu = find<HTMLSelectElement>(widget, 'select')!;
  await reach(widget, menu);
  const wanted = [...menu.options].findIndex(({ value }) => value === language);
  for (let step = 0; step < menu.length && menu.selectedIndex !== wanted; step++) await press(menu.selectedIndex < wanted ? 'ArrowDown' : 'ArrowUp');
  expect(menu.value).to.equal(language);
}

/** Presses a link on the page around the widget. */
export async function pressLink(hash: string): Promise<void> {
  const link = Object.assign(document.createElement('a'), { href: hash, textContent: 'Link' });
  document.body.prepend(link);
  link.focus();
  await press('Enter');
  link.remove();
}

/** Opens all there is to open, where a test is about what is shown and not about how one gets there. */
export async function openAll(widget: Widget): Promise<void> {
  for (const button of findAll(widget, '[aria-expanded=false]')) button.click();
  await widget.updateComplete;
}
