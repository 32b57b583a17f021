/** The JSON Schema of the endpoint document: the schemas of the model, described by their own doc comments. */
import { readFileSync, readdirSync } from 'node:fs';
import { toJsonSchema } from '@valibot/to-json-schema';
import { register } from 'tsx/esm/api';
import ts from 'typescript';

const MODEL = new URL('../model/', import.meta.url);

// JSON Schema has no flags; without its `i` a pattern would refuse what the widgets accept, so it is left out.
const overrideAction = ({ valibotAction, jsonSchema: { pattern, ...jsonSchema } }) =>
  (pattern && valibotAction.requirement.flags ? jsonSchema : undefined);

/** @returns {Promise<object>} draft 07, with one entry of `$defs` for each exported schema of the model */
export async function endpointSchema() {
  const files = readdirSync(MODEL).filter((file) => file.endsWith('.ts')).sort().map((file) => new URL(file, MODEL));
  const { endpointDocument, ...definitions } = await exportedSchemas(files);
  const schema = toJsonSchema(endpointDocument, { typeMode: 'input', errorMode: 'ignore', definitions, overrideAction });
  for (const file of files) describe(file, { ...schema.$defs, endpointDocument: schema });
  return { ...schema, title: 'onboarding-widgets endpoint, version 1' };
}

async function exportedSchemas(files) {
  // One namespace for all files: a definition is recognised by its identity.
  const typescript = register({ namespace: 'endpoint-schema' });
  const modules = await Promise.all(files.map(({ href }) => typescript.import(href, import.meta.url)));
  await typescript.unregister();
  return Object.fromEntries(modules.flatMap(Object.entries).filter(([, value]) => value?.kind === 'schema'));
}

/** Doc comments of `export const step` go to the definition `step`, those of its keys to its properties. */
function describe(file, definitions) {
  const source = ts.createSourceFile(file.pathname, readFileSync(file, 'utf8'), ts.ScriptTarget.Latest, true);
  const named = source.statements.map((statement) => (ts.isVariableStatement(statement) ? statement.declarationList.declarations[0] : statement));
  const constants = new Map(named.filter(ts.isVariableDeclaration).map(({ name, initializer }) => [name.text, initializer]));
  named.forEach(({ name, initializer }, index) => {
    // `export type Text` documents the schema `text`.
    const definition = definitions[name?.text.replace(/^[A-Z]/, (letter) => letter.toLowerCase())];
    if (!definition) return;
    annotate(definition, source.statements[index]);
    if (initializer) describeProperties(definition, initializer, constants);
  });
}

function describeProperties(schema, node, constants) {
  const object = objectSchema(schema);
  const literal = object && objectLiteral(node, constants);
  for (const property of literal?.properties ?? []) {
    const target = object.properties[property.name?.text];
    if (!target) continue;
    annotate(target, property);
    if (property.initializer) describeProperties(target, property.initializer, constants);
  }
}

const objectSchema = (schema) => (schema.properties ? schema : schema.items && objectSchema(schema.items));

/** The first object literal within a node, also where it is written down as a constant of its own. */
function objectLiteral(node, constants) {
  if (ts.isObjectLiteralExpression(node)) return node;
  const constant = ts.isIdentifier(node) ? constants.get(node.text) : undefined;
  return constant ? objectLiteral(constant, constants) : ts.forEachChild(node, (child) => objectLiteral(child, constants));
}

function annotate(schema, node) {
  const comment = ts.getJSDocCommentsAndTags(node).find(ts.isJSDoc)?.comment;
  const description = ts.getTextOfJSDocComment(comment)?.replace(/\s+/g, ' ');
  if (description) schema.description = description;
}
