/**
 * Runs inside the page before any of its scripts, and tells when a month is painted. It knows of a contestant only where its titles,
 * its "n more" and its button to the next month are, and what the first month must show; no contestant knows of it.
 *
 * Painted means: titles changed (a node added, removed or rewritten in or around one, shadow roots included), a frame began, and the
 * main thread is through with that frame's style, layout and paint, because a message posted from requestAnimationFrame arrives.
 * What the compositor does then on its own threads is not in it. The last change after a press counts: who renders in two steps has
 * painted after the second.
 *
 * @param quiet milliseconds without a change after which a press is over
 */
export function installProbe({ title, more, next, expected, quiet }) {
  const roots = [document];
  let changed = false;
  let running = false;
  let visible;
  let pressedAt;
  let painted;
  let until = Infinity;
  let shift = 0;
  let resolveVisible;
  let resolveQuiet;

  const find = (selector) => roots.flatMap((root) => [...root.querySelectorAll(selector)]).filter((element) => element.checkVisibility({ visibilityProperty: true }));
  const shown = () => ({ titles: find(title).length, more: find(more).reduce((sum, { textContent }) => sum + Number(/\d+/.exec(textContent)), 0) });
  const parts = `${title}, ${more}`;
  const holds = (node) => node instanceof Element && (node.matches(parts) || node.querySelector(parts) !== null);
  const isTitle = ({ target, addedNodes, removedNodes }) => (target instanceof Element ? target : target.parentElement)?.closest(parts)
    || [...addedNodes].some(holds) || [...removedNodes].some(holds);

  const observer = new MutationObserver((records) => { changed ||= records.some(isTitle); });
  const observe = (root) => observer.observe(root, { subtree: true, childList: true, characterData: true, attributes: true });
  observe(document);
  const { attachShadow } = Element.prototype;
  Element.prototype.attachShadow = function (init) {
    const root = attachShadow.call(this, init);
    roots.push(root);
    observe(root);
    return root;
  };
  new PerformanceObserver((list) => {
    for (const { value, hadRecentInput } of list.getEntries()) if (!hadRecentInput) shift += value;
  }).observe({ type: 'layout-shift', buffered: true });

  const { port1, port2 } = new MessageChannel();
  const onFrame = () => port2.postMessage('');
  function watch() {
    if (running) return;
    running = true;
    requestAnimationFrame(onFrame);
  }
  port1.onmessage = () => {
    const now = performance.now();
    if (visible === undefined) lookForMonth(now);
    if (changed && pressedAt !== undefined) {
      painted = now - pressedAt;
      until = now + quiet;
    }
    changed = false;
    running = visible === undefined || (pressedAt !== undefined && now < until);
    if (running) return void requestAnimationFrame(onFrame);
    resolveQuiet?.(painted);
  };

  /** In every frame: titles can also appear because something around them is no longer hidden. */
  function lookForMonth(now) {
    const { titles, more: others } = shown();
    if (titles !== expected.titles || others !== expected.more) return;
    visible = now;
    resolveVisible?.(now);
  }

  // A press begins when the browser took it, also where the page was too busy to hear of it.
  addEventListener('click', ({ isTrusted, timeStamp }) => {
    if (!isTrusted) return;
    pressedAt = timeStamp;
    painted = undefined;
    changed = false;
    until = Infinity;
    watch();
  }, true);
  watch();

  globalThis.probe = {
    /** Milliseconds from the start of the navigation until the whole month was painted. */
    visible: () => new Promise((resolve) => {
      resolveVisible = resolve;
      if (visible !== undefined) resolve(visible);
    }),
    shown,
    /** Where to press for the next month. */
    button() {
      const { x, y, width, height } = find(next)[0].getBoundingClientRect();
      return { x: x + width / 2, y: y + height / 2 };
    },
    /** Resolves to the milliseconds from the press that follows until the month was painted. */
    pressed: () => new Promise((resolve) => { resolveQuiet = resolve; }),
    /** Sum of the layout shifts that nobody's input explains. */
    shift: () => shift,
    /** Elements of all shadow roots. */
    elements: () => roots.slice(1).reduce((sum, root) => sum + root.querySelectorAll('*').length, 0),
  };
}
