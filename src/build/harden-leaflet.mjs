/** Makes Leaflet load on pages with Trusted Types: to find out about engines of long ago it writes markup, which such a page refuses with an error. */

const FILE = '/node_modules/leaflet/src/core/Browser.js';
const WRITES = "div.innerHTML = '<svg/>';";

/**
 * @param {string} code of Leaflet's core/Browser.js
 * @throws {Error} where Leaflet has changed, and has to be looked at anew
 */
export function harden(code) {
  const parts = code.split(WRITES);
  if (parts.length !== 2) throw new Error(`Leaflet: expected ${WRITES} once but found it ${parts.length - 1} times`);
  return parts.join("div.append(svgCreate('svg'));");
}

export function hardenLeaflet() {
  return {
    name: 'harden-leaflet',
    transform: (code, id) => (id.endsWith(FILE) ? { code: harden(code), map: null } : null),
  };
}
