// node start.cjs <script> [arguments]: installs what the scripts in here need and isn't there yet, then runs one.
// Plain JavaScript without dependencies: it must run in a fresh clone.
const { spawn, spawnSync } = require('node:child_process');
const { existsSync } = require('node:fs');
const { join } = require('node:path');
const { pathToFileURL } = require('node:url');

const topFolder = join(__dirname, '..');

/** npm writes this file last when it installs. */
const isInstalled = (folder) => existsSync(join(folder, 'node_modules', '.package-lock.json'));

for (const folder of [topFolder, __dirname]) {
	if (isInstalled(folder)) continue;
	console.log(`npm ci in ${folder} …`);
	const { status } = spawnSync('npm', ['ci', '--loglevel=error'], { cwd: folder, stdio: 'inherit' });
	if (status !== 0) process.exit(1);
}

const [script, ...rest] = process.argv.slice(2);
const tsx = pathToFileURL(join(topFolder, 'node_modules', 'tsx', 'dist', 'loader.mjs')).href;
const words = ['--import', tsx, join(__dirname, script), ...rest];
const child = spawn(process.execPath, words, { cwd: topFolder, stdio: 'inherit' });
// The child stops what it started, and only then is it time to go.
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal));
// npm passes a closed terminal on to nobody.
const parent = process.ppid;
const byNpm = process.env.npm_lifecycle_event !== undefined;
setInterval(() => byNpm && process.ppid !== parent && child.kill('SIGTERM'), 500).unref();
child.on('exit', (code) => process.exit(code ?? 1));
