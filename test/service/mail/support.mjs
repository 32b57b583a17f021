/** A mail of the outbox and a configuration, with what a test wants different. */
export const tokens = { confirm: 'c'.repeat(43), stop: 's'.repeat(43), unsubscribe: 'u'.repeat(43), manage: 'm'.repeat(43) };

export const mailWith = (rest) => ({ id: 'mail-1', kind: 'confirm', to: 'amal@example.org', name: null, topics: ['work'], language: 'en', tokens, ...rest });

export const configWith = (rest) => ({
  mailFrom: 'Kreis <news@kreis.example>',
  publicUrl: new URL('https://kreis.example/newsletter'),
  newsletter: { title: { de: 'Neues aus dem Kreis', en: 'News of the district' }, topics: [{ id: 'work', label: { de: 'Arbeit', en: 'Work', ar: 'العمل' } }] },
  ...rest,
});

/** Waits for the first truthy value of `look`. */
export async function until(look) {
  for (let time = 0; time < 1000; time += 1) {
    const seen = await look();
    if (seen) return seen;
    await new Promise((resolve) => { setTimeout(resolve, 5); });
  }
  throw new Error('Waited 5 s in vain');
}
