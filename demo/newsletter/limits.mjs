/** How much one network may ask for. Nothing of it is stored: addresses of visitors live in memory only, and only as networks. */
import { isIPv4, isIPv6 } from 'node:net';

const HOUR = 3_600_000;
const MOST_NETWORKS = 100_000;
const MOST_CONNECTIONS = 100;

/** The first four groups of an IPv6 address, which are the /64 it is in. */
function groupsOf(address) {
  const [head, tail] = address.split('%')[0].split('::').map((part) => (part ? part.split(':') : []));
  const zeros = tail ? new Array(Math.max(0, 8 - head.length - tail.length)).fill('0') : [];
  return [...head, ...zeros, ...(tail ?? [])].slice(0, 4).map((group) => Number.parseInt(group, 16));
}

/** What one provider usually gives to one customer. @param {string} [address] @returns {string} /24 of IPv4, /56 of IPv6 */
export function networkOf(address = '') {
  const plain = address.replace(/^::ffff:(?=\d+\.)/i, '');
  if (isIPv4(plain)) return plain.replace(/\.\d+$/, '.0/24');
  if (!isIPv6(address)) return 'unknown';
  const [first, second, third, fourth] = groupsOf(address);
  return `${[first, second, third, fourth & 0xff00].map((group) => group.toString(16)).join(':')}::/56`;
}

/** Some proxies write the port too, and IPv6 in brackets. */
const bare = (entry) => entry.replace(/^\[(.*)\](?::\d+)?$/, '$1').replace(/^([\d.]+):\d+$/, '$1');

/** Who asks. What a request says about itself counts only where our own proxy has written it, which adds to the end.
 * @param {{ forwarded?: string, socket?: string }} from X-Forwarded-For and the address of the connection */
export const visitorOf = ({ forwarded, socket }, trustProxy) => (trustProxy && forwarded ? bare(forwarded.split(',').at(-1).trim()) : socket);

/**
 * A token bucket for each network.
 * @param {number} perHour how many at once, and how many come back in an hour
 * @param {() => number} clock epoch ms
 * @returns {(network: string) => boolean} takes one; false where none is left
 */
export function createBuckets(perHour, clock) {
  const buckets = new Map();
  return (network) => {
    const now = clock();
    const { level, at } = buckets.get(network) ?? { level: perHour, at: now };
    const filled = Math.min(perHour, level + (Math.max(0, now - at) / HOUR) * perHour);
    const taken = filled >= 1;
    // Put back at the end: the one longest not seen is the first to be forgotten.
    buckets.delete(network);
    buckets.set(network, { level: taken ? filled - 1 : filled, at: now });
    if (buckets.size > MOST_NETWORKS) buckets.delete(buckets.keys().next().value);
    return taken;
  };
}

/**
 * Cuts connections of one address beyond `most`, so that nobody holds all sockets. Not for use behind a proxy, where all come from one address.
 * @param {import('node:net').Server} server
 */
export function limitConnections(server, most = MOST_CONNECTIONS) {
  const open = new Map();
  server.on('connection', (socket) => {
    const { remoteAddress } = socket;
    const count = (open.get(remoteAddress) ?? 0) + 1;
    if (count > most) return void socket.destroy();
    open.set(remoteAddress, count);
    socket.once('close', () => {
      const left = open.get(remoteAddress) - 1;
      if (left > 0) open.set(remoteAddress, left);
      else open.delete(remoteAddress);
    });
  });
}
