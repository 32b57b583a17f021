const confirm = 'Confirm';
const stop = 'Never write to me again';

export default {
  greeting: (name) => (name ? `Hello ${name},` : 'Hello,'),
  confirmSubject: (title) => `Please confirm: ${title}`,
  confirmBody: `Someone entered this email address for our newsletter. Was it you? Then open this link and press “${confirm}” there:`,
  confirmButton: 'Go on to confirm',
  confirmLife: 'The link works for 3 days. If you do not confirm, nothing happens: you will not get the newsletter.',
  confirmStop: `This was not you? Then you do not have to do anything. If you never want mail from us again, open this link and press “${stop}” there:`,
  stopLink: 'This was not me',
  linkHint: 'The button does not work? Open this address:',
  welcomeSubject: (title) => `You are subscribed: ${title}`,
  welcomeBody: (topics) => ['Thank you. You are subscribed. From now on our newsletter comes to this address.', ...(topics.length ? [`You chose: ${topics.join(', ')}.`] : [])].join(' '),
  unsubscribeLink: 'Unsubscribe from the newsletter',
  manageLink: 'See or delete my data',
  footer: (site) => `${site}. This mail was sent automatically.`,
  pages: {
    confirm: {
      title: 'Confirm your subscription',
      text: `You are not subscribed yet. Press “${confirm}” to get the newsletter.`,
      button: confirm,
      done: 'Thank you. You are subscribed. Every mail has a link by which you can unsubscribe.',
    },
    unsubscribe: {
      title: 'Unsubscribe from the newsletter',
      text: 'Press the button if you do not want the newsletter any more.',
      button: 'Unsubscribe',
      done: 'You are unsubscribed. You will not get the newsletter any more.',
    },
    stop: {
      title: 'Was this not you?',
      text: 'Someone has entered your address here. Press the button, and we will never write to it again.',
      button: stop,
      done: 'Done. We will never write to you again.',
    },
    manage: {
      title: 'Your subscription',
      text: 'Here you can see and delete what we have saved about you.',
      export: 'Download my data',
      unsubscribe: 'Unsubscribe',
      delete: 'Delete my data',
      deleted: 'Your data are deleted. We keep only a code of your address, so that it does not come back from an old copy.',
    },
    unknown: {
      title: 'This link does not work any more',
      text: 'It was used before, or it is too old. Do you want the newsletter? Then please subscribe again.',
    },
    unavailable: {
      title: 'This does not work right now',
      text: 'Please try again in a few minutes.',
    },
  },
};
