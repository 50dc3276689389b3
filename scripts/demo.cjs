// npm run demo: sets up what is missing, then shows a workflow deleting contacts from a simulated Webex Campaign.
// Plain CommonJS: it must run before anything is installed.
const { spawnSync } = require('node:child_process');
const { existsSync, readdirSync, statSync } = require('node:fs');
const { join } = require('node:path');

const root = join(__dirname, '..');
const BUILT = join(root, 'dist/nodes/WebexCampaign/WebexCampaign.node.js');
const SOURCES = ['nodes', 'credentials', 'icons', 'package.json', 'tsconfig.json', 'gulpfile.js'];
const NEEDED = ['n8n-core', 'n8n-workflow', 'reflect-metadata', 'tsx', 'typescript', 'gulp'];

const [major, minor] = process.versions.node.split('.').map(Number);
if (major < 20 || (major === 20 && minor < 19)) {
	end(1, `This needs Node.js 20.19 or newer; here is ${process.versions.node}.`);
}
if (!NEEDED.every((name) => existsSync(join(root, 'node_modules', name, 'package.json')))) {
	npm('Installing the development tools, n8n’s engine among them (once; a minute or so) …', ['ci', '--include=dev']);
}
if (!existsSync(BUILT) || newest(SOURCES) > statSync(BUILT).mtimeMs) {
	npm('Building the node …', ['run', 'build']);
}
const demo = spawnSync(process.execPath, ['--import', 'tsx', join(__dirname, 'demo/main.ts')], {
	cwd: root,
	stdio: 'inherit',
});
process.exitCode = demo.status ?? 1;

/** Runs npm in silence, unless it fails. */
function npm(announcement, command) {
	console.log(announcement);
	const { status, stdout, stderr } = spawnSync('npm', command, {
		cwd: root,
		encoding: 'utf8',
		shell: process.platform === 'win32',
	});
	if (status !== 0) end(1, `${stdout ?? ''}${stderr ?? ''}\n'npm ${command.join(' ')}' did not succeed.`);
}

/** When the newest of these files, or of the files in these folders, was changed: ms since 1970. */
function newest(paths) {
	const files = paths.flatMap((path) => {
		const absolute = join(root, path);
		if (!statSync(absolute).isDirectory()) return [absolute];
		return [absolute, ...readdirSync(absolute, { recursive: true }).map((name) => join(absolute, String(name)))];
	});
	return Math.max(...files.map((file) => statSync(file).mtimeMs));
}

function end(exitCode, text) {
	console.error(text);
	process.exit(exitCode);
}
