/** The JSON Schema with which editors complete and validate an endpoint document. */
import assert from 'node:assert/strict';
import { before, describe, it } from 'node:test';
import { endpointSchema } from '../../src/build/endpoint-schema.mjs';

describe('endpoint.schema.json', () => {
  let schema;
  before(async () => { schema = await endpointSchema(); });

  it('asks for a version and a site', () => {
    assert.deepEqual(schema.required, ['version', 'site']);
    assert.equal(schema.properties.version.const, 1);
  });

  it('offers records and references side by side', () => {
    assert.deepEqual(schema.properties.events.items.anyOf, [{ $ref: '#/$defs/event' }, { $ref: '#/$defs/reference' }]);
  });

  it('takes a text as a string or as a language map, and says so', () => {
    const { anyOf: [plain, map], description } = schema.$defs.text;
    assert.equal(plain.type, 'string');
    assert.deepEqual(map.propertyNames, { $ref: '#/$defs/languageTag' });
    assert.match(description, /language map/);
  });

  it('describes properties with the doc comments of the model, also nested ones', () => {
    assert.match(schema.$defs.step.properties.official.description, /German administrative term/);
    assert.match(schema.$defs.openingHours.properties.slots.items.properties.closes.description, /next day/);
  });

  it('closes conditions over themselves', () => {
    assert.ok(schema.$defs.condition.anyOf.some(({ properties }) => properties.not?.$ref === '#/$defs/condition'));
  });

  it('refuses nothing that the widgets accept because of the case of its letters', () => {
    assert.equal(schema.$defs.event.properties.recurrence.pattern, undefined);
  });

  it('has a definition for every reference', () => {
    const references = [...JSON.stringify(schema).matchAll(/"#\/\$defs\/(\w+)"/g)].map(([, name]) => name);
    assert.ok(references.length > 50);
    assert.deepEqual(references.filter((name) => !(name in schema.$defs)), []);
  });
});
