/**
 * n8n's own gate, run offline on what its scanner would fetch: the packed tarball, and the sources it was built from.
 * Errors fail and so do warnings, inline rules to the contrary ignored. So does a tarball with files that no user needs.
 */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { analyzePackage, buildScanConfig, SOURCE_FILE_PATTERNS } from '@n8n/scan-community-package/scanner/scanner.mjs';
import { ESLint } from 'eslint';
import glob from 'fast-glob';

/** What the scanner looks at in a tarball. */
const TARBALL_PATTERNS = ['**/*.js', 'package.json'];
const ALLOWED_IN_TARBALL =
	/^(?:package\.json|README\.md|LICENSE|CHANGELOG\.md|index\.js|dist\/(?:nodes|credentials)\/.+\.js|dist\/nodes\/.+\.node\.json|dist\/icons\/.+\.svg)$/;

const folder = mkdtempSync(join(tmpdir(), 'verify-'));
try {
	const unpacked = packInto(folder);
	await check('source', process.cwd(), SOURCE_FILE_PATTERNS);
	await check('tarball', unpacked, TARBALL_PATTERNS);
	checkContents(unpacked);
} finally {
	rmSync(folder, { recursive: true, force: true });
}

function packInto(destination) {
	const listing = execFileSync('npm', ['pack', '--json', '--pack-destination', destination], {
		encoding: 'utf8',
	});
	const [{ filename }] = JSON.parse(listing.slice(listing.indexOf('[')));
	execFileSync('tar', ['-xzf', join(destination, filename), '-C', destination]);
	return join(destination, 'package');
}

async function check(what, directory, patterns) {
	const gate = await analyzePackage(directory, patterns);
	if (!gate.passed) fail(`${what}: ${gate.message}`, gate.details);
	const eslint = new ESLint({
		cwd: directory,
		allowInlineConfig: false,
		overrideConfigFile: true,
		overrideConfig: await buildScanConfig(),
	});
	const files = glob.sync(patterns, { cwd: directory, absolute: true, ignore: ['node_modules/**'] });
	const results = await eslint.lintFiles(files);
	const warnings = results.reduce((sum, { warningCount }) => sum + warningCount, 0);
	if (warnings > 0)
		fail(`${what}: ${warnings} warnings`, await (await eslint.loadFormatter('stylish')).format(results));
	console.log(`${what}: 0 errors, 0 warnings in ${files.length} files`);
}

function checkContents(directory) {
	const files = glob.sync('**/*', { cwd: directory, dot: true });
	const superfluous = files.filter((file) => !ALLOWED_IN_TARBALL.test(file));
	if (superfluous.length > 0) fail('tarball: files that no user needs', superfluous.join('\n'));
	console.log(`tarball: ${files.length} files, all of them needed`);
}

function fail(message, details = '') {
	console.error(`${message}\n${details}`);
	process.exitCode = 1;
}
