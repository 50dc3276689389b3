import { existsSync } from 'node:fs';
import { command } from './command';

const places = [
	'/usr/bin/chromium',
	'/usr/bin/chromium-browser',
	'/usr/bin/google-chrome',
	'/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
];
const find = () => [process.env.CHROMIUM_PATH ?? '', ...places].find((place) => existsSync(place));

/** The machine's Chromium (`CHROMIUM_PATH` names another); on a Debian that has none, it is installed. */
export async function findChromium(): Promise<string> {
	const found = find();
	if (found) return found;

	console.log("Installing Debian's chromium (about a minute) …");
	const apt = { folder: '/', environment: { DEBIAN_FRONTEND: 'noninteractive' } };
	await command(['apt-get', 'update', '-qq'], apt);
	await command(['apt-get', 'install', '-y', '-qq', 'chromium', 'fonts-liberation'], apt);
	const installed = find();
	if (!installed) throw new Error('No Chromium was found; name one with CHROMIUM_PATH.');
	return installed;
}
