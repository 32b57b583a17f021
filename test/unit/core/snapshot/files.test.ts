import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { sha256Hex } from '../../../../src/core/sha256.ts';
import { Files, isHashed, isWhole } from '../../../../src/core/snapshot/files.ts';

describe('A file of a copy', () => {
  it('is called after its content, the same content once', () => {
    const files = new Files();
    const hash = sha256Hex('[]\n').slice(0, 8);
    assert.deepEqual([files.add('events', '', '[]\n'), files.add('events', '', '[]\n'), files.add('actors', 'index.de-simple', '[]\n')], [`${hash}.json`, `${hash}.json`, `index.de-simple.${hash}.json`]);
    assert.deepEqual([...files.all], [[`events/${hash}.json`, '[]\n'], [`actors/index.de-simple.${hash}.json`, '[]\n']]);
  });

  it('has a longer name where another one has the same beginning of a hash', () => {
    const files = new Files();
    assert.deepEqual([files.add('events', '', '69235'), files.add('events', '', '95303')], ['c11eb5e6.json', `c11eb5e6${sha256Hex('95303').slice(8, 16)}.json`]);
    assert.deepEqual([...files.all.values()], ['69235', '95303']);
    for (const [path, content] of files.all) assert.ok(isHashed(path) && isWhole(path, content), path);
  });

  it('is told from files of others by its name, and from a torn one by its content', () => {
    for (const path of ['events/2026-12.1a2b3c4d.json', 'actors/1.1a2b3c4d.json', 'actors/index.zh-Hans.1a2b3c4d.json', 'journeys/1a2b3c4d.json']) assert.ok(isHashed(path), path);
    for (const path of ['1a2b3c4d.json', 'events/notes.json', 'events/1a2b3c4.json', 'events/1A2B3C4D.json', 'events/1a2b3c4d.json.bak', 'events/x/1a2b3c4d.json', '../events/1a2b3c4d.json', 'other/1a2b3c4d.json', 'events/a.b.c.1a2b3c4d.json']) {
      assert.ok(!isHashed(path), path);
    }
    const path = `events/2026-12.${sha256Hex('[1]').slice(0, 8)}.json`;
    assert.deepEqual([isWhole(path, '[1]'), isWhole(path, '[1'), isWhole('endpoint.json', '[1]')], [true, false, false]);
  });
});
