import { join } from 'node:path';

/** The lists that organisers hand in, one of each kind; the reader's own tests use the same. */
const FOLDER = join(__dirname, '../../crates/sheets/tests/data');

/** The path of a sample list. */
export function findSample(name: string): string {
  return join(FOLDER, name);
}

/** A list as good as any: title, umlauts, dotless i, a company with a semicolon. */
export function makeRows(suffix: string): string[][] {
  return [
    ['Anrede', 'Titel', 'Vorname', 'Nachname', 'E-Mail', 'Firma', 'Sprache'],
    ['Frau', 'Dr.', 'Anna', 'Huber', `anna.huber@${suffix}`, 'Huber; Söhne & Co', 'de'],
    ['Herr', '', 'Łukasz', 'Müller', `lukasz.mueller@${suffix}`, 'Universität Wien', 'de'],
    ['Frau', 'Mag.', 'Zoë', 'Nußbaumer', `zoe.nussbaumer@${suffix}`, '', 'de'],
    ['Herr', '', 'Yusuf', 'Yıldız', `yusuf.yildiz@${suffix}`, 'Yıldız GmbH', 'de'],
    ['', '', 'James', "O'Connor", `james.oconnor@${suffix}`, "O'Connor Ltd", 'en'],
  ];
}
