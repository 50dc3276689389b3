// node scripts/start.cjs <script> [arguments]: installs what a script needs and isn't there yet, builds the node if its
// sources are newer, and runs the script. Plain JavaScript without dependencies: it must run in a fresh clone.
// Instead of a path: the name of several scripts, of which the next word chooses one, as in `npm run bench -- throttle`.
const { spawnSync } = require('node:child_process');
const { existsSync, readdirSync, statSync } = require('node:fs');
const { join, sep } = require('node:path');

const top = join(__dirname, '..');

const CHOICES = {
	bench: {
		burst: 'bench/burst/main.ts',
		n8n: 'e2e/bench.ts',
		queue: 'e2e/queue/benchmark.ts',
		throttle: 'bench/throttle/main.ts',
	},
	e2e: { n8n: 'e2e/runTests.ts', cores: 'e2e/cores.ts', queue: 'e2e/queue/runTests.ts' },
};
const [, , asked, word] = process.argv;
const choices = CHOICES[asked] ?? { [word]: asked };
const isChosen = asked in CHOICES && word in choices;
const path = choices[word] ?? choices.n8n;
if (asked === 'bench' && !isChosen) {
	console.error(`npm run bench -- ${Object.keys(choices).join(' | ')}`);
	process.exit(1);
}
const script = join(top, path);

const [major, minor] = process.versions.node.split('.').map(Number);
if (major < 20 || (major === 20 && minor < 19)) {
	console.error(`This needs Node.js 20.19 or newer; here is ${process.versions.node}.`);
	process.exit(1);
}
for (const folder of script.includes(`${sep}e2e${sep}`) ? [top, join(top, 'e2e')] : [top]) {
	// npm writes this file last when it installs.
	const installed = join(folder, 'node_modules', '.package-lock.json');
	if (!existsSync(installed) || isNewer(join(folder, 'package-lock.json'), installed))
		npm(['ci', '--include=dev', '--loglevel=error'], folder);
}
const built = join(top, 'dist/nodes/WebexCampaign/WebexCampaign.node.js');
const sources = ['nodes', 'credentials', 'icons'].flatMap((folder) =>
	readdirSync(join(top, folder), { recursive: true }).map((name) => join(top, folder, name)),
);
if (!existsSync(built) || sources.some((file) => isNewer(file, built))) npm(['run', 'build'], top);

process.argv.splice(1, isChosen ? 3 : 2, script);
require('tsx/cjs');
require(script);

function isNewer(file, other) {
	return statSync(file).mtimeMs > statSync(other).mtimeMs;
}

function npm(words, folder) {
	console.log(`npm ${words.join(' ')} in ${folder} …`);
	const { status } = spawnSync('npm', words, { cwd: folder, stdio: 'inherit', shell: process.platform === 'win32' });
	if (status !== 0) process.exit(1);
}
