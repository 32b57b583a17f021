/** Takes the white space and comments out of `css` literals, and folds the white space of `html` literals. */

const STRING_OR_COMMENT = /("(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*')|\/\*[\s\S]*?\*\//g;

/** @param {string} css as it stands between backticks; strings stay as they are, and so does the space that selectors and calc() need */
export function minifyCss(css) {
  const strings = [];
  return css
    .replace(STRING_OR_COMMENT, (_, string) => (string ? `\0${strings.push(string) - 1}\0` : ''))
    .replace(/\s+/g, ' ')
    .replace(/ ?([{};,]) ?/g, '$1')
    .replace(/: /g, ':')
    .replace(/;\}/g, '}')
    .replace(/\0(\d+)\0/g, (_, index) => strings[index]);
}

/** A run of white space renders like one space, except where CSS says `white-space: pre`, which belongs on data, not on templates. */
export const minifyHtml = (html) => html.replace(/\s+/g, ' ');

const MINIFY = { css: minifyCss, html: minifyHtml, svg: minifyHtml };

/** Calls `visit` with each tagged template, but not with those inside `msg(…)`: the id of a message is made from its text. */
function walk(node, visit) {
  if (!node || typeof node !== 'object') return;
  if (node.type === 'CallExpression' && node.callee.name === 'msg') return;
  if (node.type === 'TaggedTemplateExpression') visit(node);
  for (const child of Object.values(node)) {
    if (Array.isArray(child)) child.forEach((item) => walk(item, visit));
    else walk(child, visit);
  }
}

export function minifyLiterals() {
  return {
    name: 'minify-literals',
    transform(code, id) {
      if (!id.endsWith('.ts') || id.includes('/generated/') || !/\b(?:css|html|svg)\s*`/.test(code)) return null;
      const edits = [];
      walk(this.parse(code), ({ tag, quasi }) => {
        const minify = MINIFY[tag.name];
        if (!minify) return;
        quasi.quasis.forEach(({ start, end, value }, index) => {
          let text = minify(value.raw);
          // A line break at an end is indentation, a space there may part two words.
          if (index === 0 && /^\s*\n/.test(value.raw)) text = text.trimStart();
          if (index === quasi.quasis.length - 1 && /\n\s*$/.test(value.raw)) text = text.trimEnd();
          edits.push({ start, end, text });
        });
      });
      // Expressions may hold templates of their own, but quasis never overlap; from the back, so that positions stay true.
      edits.sort((a, b) => b.start - a.start);
      return { code: edits.reduce((text, edit) => text.slice(0, edit.start) + edit.text + text.slice(edit.end), code), map: null };
    },
  };
}
