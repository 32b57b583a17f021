/**
 * Server side of test/support/browser.ts: keys and window size with one meaning in every engine.
 * The runner's own commands differ per engine: Firefox knows no 'Space' and no 'Shift+Tab', WebKit no held keys
 * and no window size.
 */

/** Key names of KeyboardEvent.key, as WebDriver writes them (W3C WebDriver, "Keyboard actions"). */
const webDriverKeys = {
  Backspace: '\uE003', Tab: '\uE004', Enter: '\uE007', Shift: '\uE008', Control: '\uE009', Alt: '\uE00A',
  Escape: '\uE00C', PageUp: '\uE00E', PageDown: '\uE00F', End: '\uE010', Home: '\uE011',
  ArrowLeft: '\uE012', ArrowUp: '\uE013', ArrowRight: '\uE014', ArrowDown: '\uE015', Delete: '\uE017',
};

export function commands() {
  const handlers = { 'onboarding-press': press, 'onboarding-type': type, 'onboarding-resize': resize };
  return {
    name: 'onboarding-commands',
    async executeCommand({ command, payload, session }) {
      if (!(command in handlers)) return undefined;
      await handlers[command](session, payload);
      return true;
    },
  };
}

/** Presses keys one after the other; 'Shift+Tab' holds all but the last while that one is pressed. */
async function press(session, keys) {
  const keyboard = keyboardOf(session);
  for (const combination of keys) {
    const held = combination.split('+').map((key) => (key === 'Space' ? ' ' : key));
    const last = held.pop();
    for (const key of held) await keyboard.down(key);
    await keyboard.press(last);
    for (const key of held.reverse()) await keyboard.up(key);
  }
}

async function type(session, text) {
  await keyboardOf(session).type(text);
}

async function resize(session, size) {
  const { browser } = session;
  if (browser.type === 'webdriver') return resizeWindow(browser.driver, size);
  const page = browser.getPage(session.id);
  return browser.type === 'playwright' ? page.setViewportSize(size) : page.setViewport(size);
}

/** WebDriver knows the size of the window only, so the bars around the page are measured and added. The window follows in its own time. */
export async function resizeWindow(driver, { width, height }) {
  for (let tries = 0; tries < 50; tries++) {
    const [bars, isThere] = await driver.execute((wide, high) => [[outerWidth - innerWidth, outerHeight - innerHeight], innerWidth === wide && innerHeight === high], width, height);
    if (isThere) return;
    await driver.setWindowRect(null, null, width + bars[0], height + bars[1]);
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  throw new Error(`The window did not become ${width} by ${height}`);
}

function keyboardOf(session) {
  const { browser } = session;
  if (browser.type !== 'webdriver') return browser.getPage(session.id).keyboard;
  const send = (...actions) => browser.driver.performActions([{ type: 'key', id: 'keyboard', actions }]);
  const down = (key) => ({ type: 'keyDown', value: webDriverKeys[key] ?? key });
  const up = (key) => ({ type: 'keyUp', value: webDriverKeys[key] ?? key });
  return {
    down: (key) => send(down(key)),
    up: (key) => send(up(key)),
    press: (key) => send(down(key), up(key)),
    type: (text) => send(...[...text].flatMap((letter) => [down(letter), up(letter)])),
  };
}
