/**
 * Runs inside the page before any of its scripts, and tells when results are painted. It knows of a contestant only that its
 * entries carry the part "entry" and that one input is of the type "search"; no contestant knows of it.
 *
 * Painted means: the entries changed (a node added, removed or rewritten in or around one, shadow roots included), a frame
 * began, and the main thread is through with that frame's style, layout and paint, because a message posted from
 * requestAnimationFrame arrives. What the compositor does then on its own threads is not in it.
 *
 * Every change counts for the last key before it, and the last one counts: who renders in two steps has painted after the second,
 * and who waits for a pause in typing is found out in one. A key that changes no entry has nothing to be painted and no time.
 *
 * @param quiet milliseconds without a change after which the next key may come
 */
export function installProbe(quiet) {
  const ENTRY = '[part~="entry"]';
  const FIRST = 20;
  const roots = [document];
  const keys = [];
  let pressedAt;
  let changed = false;
  let changes = 0;
  let running = false;
  let until = Infinity;
  let firstContent;
  let resolveFirst;
  let resolveQuiet;

  const find = (selector) => roots.flatMap((root) => [...root.querySelectorAll(selector)]);
  const holdsEntry = (node) => node instanceof Element && (node.matches(ENTRY) || node.querySelector(ENTRY) !== null);
  const isResult = ({ target, addedNodes, removedNodes }) => (target instanceof Element ? target : target.parentElement)?.closest(ENTRY)
    || [...addedNodes].some(holdsEntry) || [...removedNodes].some(holdsEntry);
  const isShown = (entry) => entry.checkVisibility() && entry.textContent.trim() !== '';

  const observer = new MutationObserver((records) => {
    if (changed || !records.some(isResult)) return;
    changed = true;
    watch();
  });
  const observe = (root) => observer.observe(root, { subtree: true, childList: true, characterData: true, attributes: true });
  observe(document);
  const { attachShadow } = Element.prototype;
  Element.prototype.attachShadow = function (init) {
    const root = attachShadow.call(this, init);
    roots.push(root);
    observe(root);
    return root;
  };

  const extend = () => { until = firstContent ? performance.now() + quiet : Infinity; };
  function watch() {
    extend();
    if (running) return;
    running = true;
    requestAnimationFrame(onFrame);
  }

  const { port1, port2 } = new MessageChannel();
  const onFrame = () => port2.postMessage('');
  port1.onmessage = () => {
    const now = performance.now();
    if (!firstContent) lookForContent(now);
    else if (changed) painted(now);
    changed = false;
    running = now < until;
    if (running) requestAnimationFrame(onFrame);
    else resolveQuiet?.();
  };

  /** In every frame: entries can also appear because something around them is no longer hidden. */
  function lookForContent(now) {
    if (find(ENTRY).filter(isShown).length < FIRST) return;
    firstContent = now;
    extend();
    resolveFirst?.();
  }

  function painted(now) {
    changes += 1;
    extend();
    if (keys.length) keys[keys.length - 1] = now - pressedAt;
  }

  // A key's time begins when the browser took it, also where the page was too busy to hear of it.
  addEventListener('keydown', ({ isTrusted, timeStamp }) => {
    if (!isTrusted) return;
    pressedAt = timeStamp;
    keys.push(null);
  }, true);
  // Not at keydown: a frame may fit between the two.
  addEventListener('input', watch, true);
  watch();

  globalThis.probe = {
    /** Milliseconds from the start of the navigation until the first 20 entries were painted. */
    firstContent: () => new Promise((resolve) => {
      resolveFirst = () => resolve(firstContent);
      if (firstContent) resolveFirst();
    }),
    focus: () => find('input[type="search"]')[0].focus(),
    quiet: () => new Promise((resolve) => {
      resolveQuiet = resolve;
      if (!running) resolve();
    }),
    /** Milliseconds a key; null where it changed no entry. */
    keys: () => keys,
    /** How many frames changed an entry. */
    changes: () => changes,
    /** Nodes of every kind, shadow roots included; and the texts a visitor sees, so that one can tell whether contestants show alike. */
    count() {
      let nodes = 0;
      let texts = 0;
      for (const root of roots) {
        const walker = document.createTreeWalker(root);
        for (let node = root; node; node = walker.nextNode()) nodes += 1;
      }
      const shown = find(ENTRY).slice(0, FIRST);
      for (const entry of shown) {
        const walker = document.createTreeWalker(entry, NodeFilter.SHOW_TEXT);
        while (walker.nextNode()) if (walker.currentNode.data.trim() && walker.currentNode.parentElement.checkVisibility()) texts += 1;
      }
      return { nodes, texts: texts / shown.length };
    },
  };
}
