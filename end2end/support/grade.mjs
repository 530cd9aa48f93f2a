// Grades a page by the rules of MDN HTTP Observatory and prints what each of its tests says.
// A process of its own: which authorities Node trusts is settled when it starts.

import { existsSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { pathToFileURL } from 'node:url';

const observatory = createRequire(import.meta.url).resolve('@mdn/mdn-http-observatory/package.json');
const part = (path) => new URL(path, pathToFileURL(observatory));
// Its installation fetches the hosts that browsers know to speak TLS only; this one is not among them.
const known = part('conf/hsts-preload.json');
if (!existsSync(known)) writeFileSync(known, '{}');

const { retrieve } = await import(part('src/retriever/retriever.js'));
const { ALL_TESTS } = await import(part('src/constants.js'));
const { getScoreModifier } = await import(part('src/grader/grader.js'));

const [httpPort, httpsPort, path] = process.argv.slice(2);
const asked = await retrieve('localhost', { httpPort, httpsPort, path });
if (!asked.responses.https?.verified) throw new Error('the page was not reached by a way that can be trusted');
const results = ALL_TESTS.map((test) => test(asked));
const score = results.reduce((sum, { result }) => sum + getScoreModifier(result), 100);
const failed = results.filter(({ pass }) => !pass).map(({ result }) => result);
console.log(JSON.stringify({ score, failed, results: results.map(({ result }) => result) }));
