const confirm = 'Bestätigen';
const stop = 'Nie wieder schreiben';

export default {
  greeting: (name) => (name ? `Guten Tag ${name},` : 'Guten Tag,'),
  confirmSubject: (title) => `Bitte bestätigen: ${title}`,
  confirmBody: `Jemand hat diese E-Mail-Adresse für unseren Newsletter eingegeben. Waren Sie das? Dann öffnen Sie diesen Link und drücken Sie dort auf „${confirm}“:`,
  confirmButton: 'Weiter zur Bestätigung',
  confirmLife: 'Der Link gilt 3 Tage. Wenn Sie nicht bestätigen, passiert nichts: Sie bekommen dann keinen Newsletter.',
  confirmStop: `Sie waren das nicht? Dann müssen Sie nichts tun. Wenn Sie nie wieder Mails von uns möchten, öffnen Sie diesen Link und drücken Sie dort auf „${stop}“:`,
  stopLink: 'Das war ich nicht',
  linkHint: 'Der Knopf geht nicht? Öffnen Sie diese Adresse:',
  welcomeSubject: (title) => `Sie haben den Newsletter abonniert: ${title}`,
  welcomeBody: (topics) => ['Vielen Dank. Sie haben unseren Newsletter abonniert. Er kommt ab jetzt an diese Adresse.', ...(topics.length ? [`Das haben Sie gewählt: ${topics.join(', ')}.`] : [])].join(' '),
  unsubscribeLink: 'Newsletter nicht mehr bekommen',
  manageLink: 'Meine Daten ansehen oder löschen',
  footer: (site) => `${site}. Diese Mail wurde automatisch verschickt.`,
  pages: {
    confirm: {
      title: 'Bestätigen Sie Ihr Abo',
      text: `Sie haben den Newsletter noch nicht abonniert. Drücken Sie auf „${confirm}“, dann bekommen Sie ihn.`,
      button: confirm,
      done: 'Vielen Dank. Sie haben den Newsletter abonniert. In jeder Mail steht ein Link, mit dem Sie das Abo beenden können.',
    },
    unsubscribe: {
      title: 'Newsletter nicht mehr bekommen',
      text: 'Sie möchten den Newsletter nicht mehr? Dann drücken Sie auf den Knopf.',
      button: 'Abo beenden',
      done: 'Ihr Abo ist beendet. Sie bekommen den Newsletter nicht mehr.',
    },
    stop: {
      title: 'Waren Sie das nicht?',
      text: 'Jemand hat hier Ihre Adresse eingegeben. Drücken Sie auf den Knopf, dann schreiben wir nie wieder an diese Adresse.',
      button: stop,
      done: 'Erledigt. Wir schreiben Ihnen nie wieder.',
    },
    manage: {
      title: 'Ihr Abo',
      text: 'Hier können Sie ansehen und löschen, was wir über Sie gespeichert haben.',
      export: 'Meine Daten herunterladen',
      unsubscribe: 'Abo beenden',
      delete: 'Meine Daten löschen',
      deleted: 'Ihre Daten sind gelöscht. Wir behalten nur einen Code Ihrer Adresse, damit sie nicht aus einer alten Kopie zurückkommt.',
    },
    unknown: {
      title: 'Dieser Link gilt nicht mehr',
      text: 'Er wurde schon benutzt oder ist zu alt. Möchten Sie den Newsletter? Dann abonnieren Sie ihn bitte noch einmal.',
    },
    unavailable: {
      title: 'Das geht im Moment nicht',
      text: 'Bitte versuchen Sie es in ein paar Minuten noch einmal.',
    },
  },
};
