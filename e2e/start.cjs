// node start.cjs <script> [arguments]: installs what the scripts in here need and isn't there yet, then runs one.
// Plain JavaScript without dependencies: it must run in a fresh clone.
const { spawn, spawnSync } = require('node:child_process');
const { existsSync, statSync } = require('node:fs');
const { join } = require('node:path');

const topFolder = join(__dirname, '..');

/** What npm writes last when it installs, so it is older than the lock file only if that was changed since. */
function isInstalled(folder) {
	const record = join(folder, 'node_modules', '.package-lock.json');
	return (
		existsSync(record) && statSync(record).mtimeMs >= statSync(join(folder, 'package-lock.json')).mtimeMs
	);
}

for (const folder of [topFolder, __dirname]) {
	if (isInstalled(folder)) continue;
	console.log(`npm ci in ${folder} …`);
	const { status } = spawnSync('npm', ['ci', '--loglevel=error'], { cwd: folder, stdio: 'inherit' });
	if (status !== 0) process.exit(1);
}

const [script, ...rest] = process.argv.slice(2);
const tsx = join(topFolder, 'node_modules', 'tsx', 'dist', 'cli.mjs');
const child = spawn(process.execPath, [tsx, join(__dirname, script), ...rest], { stdio: 'inherit' });
// Ctrl-C reaches the child too; it stops what it started, and only then is it time to go.
process.on('SIGINT', () => {});
process.on('SIGTERM', () => child.kill('SIGTERM'));
child.on('exit', (code) => process.exit(code ?? 1));
