/**
 * First script of a page under test: notes what its visitors and its web team would notice, and answers the questions
 * of host-page.ts by message, because nobody can look into a sandboxed page.
 */
const noticed = { errors: [], violations: [], console: [], problems: [], writes: [] };

addEventListener('error', ({ error, message }) => noticed.errors.push(String(error ?? message)));
addEventListener('unhandledrejection', ({ reason }) => noticed.errors.push(String(reason)));
addEventListener('securitypolicyviolation', ({ effectiveDirective, blockedURI, sample }) => noticed.violations.push(`${effectiveDirective} ${blockedURI} ${sample}`));
addEventListener('onboarding-problem', ({ detail }) => noticed.problems.push(detail));
for (const level of ['group', 'warn', 'error']) console[level] = (...words) => noticed.console.push(words.join(' '));

const { setItem } = Storage.prototype;
Storage.prototype.setItem = function (key, value) {
  noticed.writes.push(key);
  setItem.call(this, key, value);
};

/** `onboarding-journey >>> .rich` is looked for inside the shadow root. Markup of the page can hide the document's own methods. */
function find(selector) {
  const [light, shadow] = selector.split(' >>> ');
  const element = Document.prototype.querySelector.call(document, light);
  return shadow ? element?.shadowRoot?.querySelector(shadow) : element;
}

function answer({ read, click }) {
  if (click) return find(click)?.click();
  const element = read && find(read);
  return { noticed, text: element?.textContent.replace(/\s+/g, ' ').trim(), visible: !!element?.getClientRects().length };
}

addEventListener('message', ({ data, ports: [port] }) => port?.postMessage(answer(data)));
