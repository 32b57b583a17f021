/** Why there was no answer. Outside of browsers the network says so, in a code such as ECONNREFUSED. */
import type { Row } from './check-reasons.ts';

const SERVER = {
  en: 'Open the address in a browser. Where it works there, ask the operator of the server.',
  de: 'Öffnen Sie die Adresse im Browser. Geht es dort, fragen Sie den Betreiber des Servers.',
};
const NAME = { en: 'Correct the name of the server in the address, or look whether this machine is online.', de: 'Berichtigen Sie den Namen des Servers in der Adresse, oder prüfen Sie, ob dieser Rechner online ist.' };
const CERTIFICATE = {
  en: 'Ask the operator of the server to renew its certificate, or to send it with all that belong to it.',
  de: 'Bitten Sie den Betreiber des Servers, das Zertifikat zu erneuern oder vollständig zu senden.',
};

export const ofNetwork: readonly Row[] = [
  [/^No answer that .+ \((ENOTFOUND|EAI_AGAIN)\)$/, 'Keine Antwort: Ein Server dieses Namens ist nicht zu finden ($1)', NAME, 'No answer: no server of this name can be found ($1)'],
  [/^No answer that .+ \((ECONNREFUSED)\)$/, 'Keine Antwort: Der Server nimmt keine Verbindung an ($1)', SERVER, 'No answer: the server takes no connection ($1)'],
  [/^No answer that .+ \((ECONNRESET|EPIPE|UND_ERR_SOCKET)\)$/, 'Keine Antwort: Der Server hat die Verbindung abgebrochen ($1)', SERVER, 'No answer: the server broke the connection off ($1)'],
  [/^No answer that .+ \((ETIMEDOUT|UND_ERR_\w+_TIMEOUT)\)$/, 'Keine Antwort: Der Server hat sich nicht rechtzeitig gemeldet ($1)', SERVER, 'No answer: the server was not heard of in time ($1)'],
  [/^No answer that .+ \((\w*(?:CERT|SIGNATURE|SSL|TLS|EPROTO)\w*)\)$/, 'Keine sichere Verbindung: Das Zertifikat oder die Verschlüsselung des Servers ist nicht in Ordnung ($1)', CERTIFICATE,
    'No secure connection: the certificate or the encryption of the server is not in order ($1)'],
  [/^No answer that this page may read: [^(]+\([^()]*\)[^(]*\([^()]*\)(?: \((?:TypeError: )?(.+)\))?$/, 'Keine Antwort: Der Server ist nicht zu erreichen ($1)', SERVER, 'No answer: the server cannot be reached ($1)'],
  [/^The answer was not complete in time(.*)$/, 'Die Antwort kam nicht rechtzeitig$1', SERVER],
  [/^The server answered with an error(.*)$/, 'Der Server antwortete mit einem Fehler$1', SERVER],
];
