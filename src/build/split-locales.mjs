/**
 * Cuts the language files of lit-localize into parts, so that a page fetches the words it shows and no others. A part holds
 * the messages of a module and of all it imports, minus those of the part it is fetched after.
 *
 *   src/generated/texts/<part>.ts            loads the part in each language
 *   src/generated/texts/<part>.<locale>.ts   its templates
 */
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { generateMsgId } from '@lit/localize/internal/id-generation.js';
import ts from 'typescript';

const WIDGETS = 'src/widgets';
const TARGET = 'src/generated/texts';

/** Name of the part to the modules it starts from, and the part that is there before. */
const parts = {
  journey: { entries: ['onboarding-journey/onboarding-journey.ts'] },
  // With what a button or an open step fetches later still: a few words are no file of their own.
  'journey-behind': { entries: ['onboarding-journey/behind.ts', 'onboarding-journey/events-of-step.ts', 'onboarding-journey/deadline-file.ts'], after: 'journey' },
  calendar: { entries: ['onboarding-calendar/onboarding-calendar.ts'] },
  'calendar-behind': { entries: ['onboarding-calendar/behind.ts'], after: 'calendar' },
  directory: { entries: ['onboarding-directory/onboarding-directory.ts'] },
  newsletter: { entries: ['onboarding-newsletter/onboarding-newsletter.ts'] },
  'directory-behind': { entries: ['onboarding-directory/behind.ts'], after: 'directory' },
};

const parse = (file) => ts.createSourceFile(file, readFileSync(file, 'utf8'), ts.ScriptTarget.Latest);

/** Ids of the messages in a syntax tree. */
function messageIds(node, ids = []) {
  if (ts.isCallExpression(node) && node.expression.escapedText === 'msg') ids.push(messageId(node.arguments[0]));
  ts.forEachChild(node, (child) => void messageIds(child, ids));
  return ids;
}

const messageId = (argument) => {
  const template = argument.template ?? argument;
  return generateMsgId(template.templateSpans ? [template.head.text, ...template.templateSpans.map(({ literal }) => literal.text)] : template.text, false);
};

/** What runs with a module: its static imports, not what it imports later or as a type. */
const importsOf = (tree) => tree.statements
  .filter((statement) => statement.moduleSpecifier && !statement.importClause?.isTypeOnly && !statement.isTypeOnly)
  .map((statement) => statement.moduleSpecifier.text)
  .filter((path) => path.startsWith('.') && path.endsWith('.ts'));

function reachable(file, found = new Map()) {
  if (found.has(file) || !existsSync(file)) return found;
  const tree = parse(file);
  found.set(file, messageIds(tree));
  for (const path of importsOf(tree)) reachable(join(dirname(file), path), found);
  return found;
}

const idsFrom = (entries) => new Set(entries.flatMap((entry) => [...reachable(join(WIDGETS, entry)).values()].flat()));

/** Message id to the source text of its template. */
function templatesOf(locale) {
  const tree = parse(`src/generated/locales/${locale}.ts`);
  const { initializer } = tree.statements.find(ts.isVariableStatement).declarationList.declarations[0];
  return new Map(initializer.properties.map((property) => [property.name.text, property.initializer.getText(tree)]));
}

rmSync(TARGET, { recursive: true, force: true });
mkdirSync(TARGET, { recursive: true });
const { targetLocales } = JSON.parse(readFileSync('locales/lit-localize.json', 'utf8'));
const templates = targetLocales.map((locale) => [locale, templatesOf(locale)]);
const note = '// Written by src/build/split-locales.mjs.\n';
for (const [part, { entries, after }] of Object.entries(parts)) {
  const there = after ? idsFrom(parts[after].entries) : new Set();
  const ids = [...idsFrom(entries)].filter((id) => !there.has(id)).sort();
  for (const [locale, texts] of templates) {
    const lines = ids.flatMap((id) => (texts.has(id) ? [`  '${id}': ${texts.get(id)},\n`] : []));
    const imports = lines.some((line) => line.includes('str`')) ? "import { str } from '@lit/localize';\n" : '';
    writeFileSync(`${TARGET}/${part}.${locale}.ts`, `${note}${imports}\nexport const templates = {\n${lines.join('')}};\n`);
  }
  const loaders = targetLocales.map((locale) => `  ${locale}: () => import('./${part}.${locale}.ts'),\n`);
  writeFileSync(`${TARGET}/${part}.ts`, `${note}export const texts = {\n${loaders.join('')}};\n`);
}
