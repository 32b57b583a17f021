/**
 * Makes the copy of Lit inside the drop-in files survive hostile and strict host pages. Every replacement has to match
 * exactly once, or the build fails: an update of Lit must not undo one of them unseen.
 */

// Markup of the host (`<p id="litHtmlVersions">`, `<img name="createComment">`) shows up as a property of window or
// document. What Lit reads there only for its polyfills, its development build or other copies of itself is taken out.
const HARDENED = {
  'lit-html/lit-html.js': [
    // A page with a `trusted-types` list, or a second Lit, makes createPolicy throw; that must not stop the bundle.
    [/(\w+)\?\1\.createPolicy\("lit-html",\{createHTML:(\w+)=>\2\}\):void 0/,
      '(()=>{try{return $1?.createPolicy("onboarding-widgets#lit",{createHTML:$2=>$2})}catch{}})()'],
    [/,\w+=\w+\.litHtmlPolyfillSupport;\w+\?\.\(\w+,\w+\),\(\w+\.litHtmlVersions\?\?=\[\]\)\.push\("[^"]+"\)/, ''],
    [/(\w+)\.createComment\(""\)/, 'Document.prototype.createComment.call($1,"")'],
    [/(\w+)\.createTreeWalker\(\1,129\)/, 'Document.prototype.createTreeWalker.call($1,$1,129)'],
    [/(\w+)\.createElement\("template"\)/, 'Document.prototype.createElement.call($1,"template")'],
    [/(\w+)\.createTextNode\((\w+)\)/, 'Document.prototype.createTextNode.call($1,$2)'],
    [/(\(\w+\?\.creationScope\?\?\w+\))\.importNode\((\w+),!0\)/, 'Document.prototype.importNode.call($1,$2,!0)'],
  ],
  'lit-html/directive-helpers.js': [
    [/document\.createComment\(""\)/, 'Document.prototype.createComment.call(document,"")'],
  ],
  'lit-element/lit-element.js': [
    [/,\w+\.litElementHydrateSupport\?\.\(\{LitElement:\w+\}\)/, ''],
    [/const (\w+)=\w+\.litElementPolyfillSupport;\1\?\.\(\{LitElement:\w+\}\);/, ''],
    [/\(\w+\.litElementVersions\?\?=\[\]\)\.push\("[^"]+"\);/, ''],
  ],
  '@lit/reactive-element/reactive-element.js': [
    [/,\w+=\w+\.reactiveElementPolyfillSupport/, ''],
    [/,\w+\?\.\(\{ReactiveElement:\w+\}\),\(\w+\.reactiveElementVersions\?\?=\[\]\)\.push\("[^"]+"\)/, ''],
    // Only standard decorators fill this map; the elements here use the legacy ones.
    [/,\w+\.litPropertyMetadata\?\?=new WeakMap/, ''],
    [/const (\w+)=this\[Symbol\.metadata\];if\(null!==\1\)\{.+?\}(?=this\._\$Eh=new Map)/, ''],
  ],
  '@lit/reactive-element/decorators/property.js': [
    [/"object"==typeof (\w+)\?\w+\(\w+,\w+,\1\):/, ''],
  ],
  'dompurify/dist/purify.es.mjs': [
    // The one thing that it asks of the page's own document; from then on it works in the template's.
    [/document\.createElement\("template"\)/, 'Document.prototype.createElement.call(document,"template")'],
  ],
  '@lit/reactive-element/css-tag.js': [
    // `<p id="ShadyCSS">` would switch to style elements, which a strict `style-src` forbids. Every engine that reads the
    // ES2022 of these files has adopted style sheets, so the minifier may take the other way out altogether.
    [/=(\w+)\.ShadowRoot&&\(void 0===\1\.ShadyCSS\|\|\1\.ShadyCSS\.nativeShadow\)&&"adoptedStyleSheets"in Document\.prototype&&"replace"in CSSStyleSheet\.prototype/, '=true'],
  ],
};

/**
 * @param {string} file as `package/path`
 * @param {string} code
 * @throws {Error} naming the pattern that was found not exactly once
 */
export function harden(file, code) {
  return (HARDENED[file] ?? []).reduce((patched, [pattern, replacement]) => {
    const found = [...patched.matchAll(new RegExp(pattern, 'g'))].length;
    if (found !== 1) throw new Error(`${file}: expected ${pattern} once but found it ${found} times; Lit has changed, look at it anew`);
    return patched.replace(pattern, replacement);
  }, code);
}

/** What must not be left of Lit, wherever an update may have moved it. */
const LEFTOVER = /\w+(?:PolyfillSupport|HydrateSupport|(?:Html|Element)Versions)\b|litPropertyMetadata|ShadyCSS|createPolicy\("lit-html"/;

export function hardenLit() {
  return {
    name: 'harden-lit',
    transform(code, id) {
      const file = id.split('/node_modules/').at(-1);
      return file in HARDENED ? { code: harden(file, code), map: null } : null;
    },
    generateBundle(_options, bundle) {
      const codes = Object.values(bundle).map(({ code = '' }) => code);
      for (const code of codes) {
        const leftover = LEFTOVER.exec(code);
        if (leftover) this.error(`${leftover[0]} is still in the bundle`);
      }
      // The cleaner of markup is built alone, too.
      const hasLit = Object.values(bundle).some(({ moduleIds = [] }) => moduleIds.some((id) => id.endsWith('/lit-html/lit-html.js')));
      if (hasLit && !codes.some((code) => code.includes('onboarding-widgets#lit'))) this.error('the Trusted Types policy has not got its name');
    },
  };
}
