/** Requests that were answered like all others, and yet got no mail: how many, and why; of nobody in particular. In memory, since the start. */

/** These may be people who are kept out: an office with one address for all its computers, or more visitors than HOURLY_MAILS foresees. */
const TELLING = ['network', 'ceiling'];

/**
 * @returns {{ add(reason: 'network' | 'honeypot' | 'too-fast' | 'deny' | 'limit' | 'ceiling' | 'stopped'): void, counts(): Record<string, number>, report(say?: (line: string) => void): void }}
 *   `report` says one line where there were any since the last time that concern whoever runs the service
 */
export function createHolds() {
  const counts = { 'network': 0, 'honeypot': 0, 'too-fast': 0, 'deny': 0, 'limit': 0, 'ceiling': 0, 'stopped': 0 };
  let before = { ...counts };
  return {
    add(reason) {
      counts[reason] += 1;
    },
    counts: () => ({ ...counts }),
    report(say = console.error) {
      const [network, ceiling] = TELLING.map((reason) => counts[reason] - before[reason]);
      before = { ...counts };
      if (network + ceiling > 0) say(`newsletter: requests without a mail in the last hour: ${network} over PER_NETWORK, ${ceiling} over HOURLY_MAILS`);
    },
  };
}
