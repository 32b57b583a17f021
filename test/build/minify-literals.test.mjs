/** Smaller templates that mean the same. */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { parseAst } from 'rollup/parseAst';
import { minifyCss, minifyHtml, minifyLiterals } from '../../src/build/minify-literals.mjs';

const transform = (code) => minifyLiterals().transform.call({ parse: parseAst }, code, 'sketch.ts')?.code;

describe('minifyCss', () => {
  it('takes out comments and white space', () => {
    assert.equal(minifyCss('a , b {\n    /* why */\n    color: red;\n    margin: 0 1px;\n  }\n'), 'a,b{color:red;margin:0 1px}');
  });
  it('keeps the space of selectors, calc() and queries', () => {
    const css = '.a :hover > b + i{width:calc(1px + (2px - 3px))}@media (width >= 20em) and (hover){.a{top:0}}';
    assert.equal(minifyCss(css), css);
  });
  it('keeps strings', () => {
    const css = '.a::after{content:"a ; b  /* c */ \\" d"}';
    assert.equal(minifyCss(css), css);
  });
});

describe('minifyHtml', () => {
  it('folds white space, but never to nothing', () => assert.equal(minifyHtml('<b>a</b>\n\n  <i>b</i>'), '<b>a</b> <i>b</i>'));
});

describe('minifyLiterals', () => {
  it('minifies templates, also nested ones, and leaves expressions alone', () => {
    assert.equal(transform('html `\n  <p>${list.map((x) => html `  <b>  ${ x }  </b> `)}</p>\n`'), 'html `<p>${list.map((x) => html ` <b> ${ x } </b> `)}</p>`');
  });
  it('leaves messages alone, for their ids are made from their text', () => {
    assert.equal(transform('html `  ${msg(html`two  <b>spaces</b> `)}`'), 'html ` ${msg(html`two  <b>spaces</b> `)}`');
  });
  it('leaves other templates alone', () => assert.equal(transform('css`a  b`; str`a  b`; `c  d`;'), 'css`a b`; str`a  b`; `c  d`;'));
});
