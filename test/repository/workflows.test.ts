import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parse } from 'yaml';
import { engines, scripts } from '../../package.json';

interface Step {
	name?: string;
	uses?: string;
	run?: string;
	with?: Record<string, unknown>;
}

interface Job {
	environment?: string;
	needs?: string;
	permissions?: Record<string, string>;
	strategy?: { matrix: { node: string[] } };
	steps: Step[];
}

interface Workflow {
	on: Record<string, unknown>;
	permissions: Record<string, string>;
	jobs: Record<string, Job>;
}

const folder = join(__dirname, '../../.github/workflows');
const files = readdirSync(folder);
const textOf = (file: string) => readFileSync(join(folder, file), 'utf8');
const workflow = (file: string) => parse(textOf(file)) as Workflow;
const stepsOf = (file: string) => Object.values(workflow(file).jobs).flatMap(({ steps }) => steps);
const commandsOf = ({ steps }: Job) => steps.flatMap(({ run }) => run ?? []);

const { check } = workflow('ci.yml').jobs as { check: Job };
const { publish, release } = workflow('publish.yml').jobs as { publish: Job; release: Job };

describe.each(files)('the workflow %s', (file) => {
	it('pins every action by commit, and names its version', () => {
		const uses = textOf(file).match(/uses: .*/g) ?? [];
		expect(uses.length).toBe(stepsOf(file).filter((step) => step.uses).length);
		for (const line of uses) expect(line).toMatch(/^uses: [\w-]+(?:\/[\w-]+)+@[0-9a-f]{40} # v\d+\.\d+\.\d+$/);
	});

	it('runs only commands that exist', () => {
		const named = [...textOf(file).matchAll(/run: npm run ([\w:-]+)/g)].map(([, name = '']) => name);
		expect(named.filter((name) => !(name in scripts))).toEqual([]);
	});

	it('knows no secret, and leaves no token in the work tree', () => {
		expect(textOf(file)).not.toMatch(/secrets\./);
		const checkouts = stepsOf(file).filter(({ uses }) => uses?.startsWith('actions/checkout@'));
		expect(checkouts.length).toBeGreaterThan(0);
		for (const checkout of checkouts) expect(checkout.with).toEqual({ 'persist-credentials': false });
	});
});

it('all workflows pin an action to the same commit', () => {
	const uses = files.flatMap(stepsOf).flatMap(({ uses }) => uses ?? []);
	// github/codeql-action/init and …/analyze are one action.
	const pins = new Set(uses.map((pin) => pin.replace(/^([\w-]+\/[\w-]+)[^@]*/, '$1')));
	const actions = [...pins].map((pin) => pin.split('@')[0]);
	expect(actions).toEqual([...new Set(actions)]);
});

it('no job may write, but to publish, to release, and to report what CodeQL found', () => {
	const granted = files.flatMap((file) => {
		const { permissions, jobs } = workflow(file);
		const ofJobs = Object.entries(jobs).map(([name, job]) => [name, job.permissions ?? {}] as const);
		return [[file, permissions] as const, ...ofJobs].flatMap(([who, rights]) =>
			Object.entries(rights).flatMap(([what, right]) => (right === 'read' ? [] : `${who}: ${what} ${right}`)),
		);
	});
	expect(granted.sort()).toEqual([
		'analyze: security-events write',
		'publish: id-token write',
		'release: contents write',
	]);
});

describe('CI', () => {
	it('checks on the oldest Node.js that the package names, and on the two that follow', () => {
		const oldest = engines.node.replace('>=', '');
		expect(check.strategy?.matrix.node).toEqual([oldest, '22', '24']);
	});
});

describe('a version is published', () => {
	it('by its tag, in the environment that RELEASING.md sets up', () => {
		expect(workflow('publish.yml').on).toEqual({ push: { tags: ['v*.*.*'] } });
		expect(publish.environment).toBe('npm');
	});

	it('with the right to prove who publishes, and no other right', () => {
		expect(workflow('publish.yml').permissions).toEqual({});
		expect(publish.permissions).toEqual({ contents: 'read', 'id-token': 'write' });
	});

	it('last, when all that CI checks has passed, and with provenance', () => {
		const checks = commandsOf(check).filter((command) => command !== 'npm run demo');
		expect(checks).toContain('npm run verify');
		expect(commandsOf(publish).slice(1)).toEqual([...checks, 'npm publish --provenance --access public']);
	});

	/** Runs a step's command in a folder of version 1.2.3, as GitHub does. */
	function runStep(command: string, tag: string, changes: string) {
		const cwd = mkdtempSync(join(tmpdir(), 'webex-tag-'));
		writeFileSync(join(cwd, 'package.json'), '{"version":"1.2.3"}');
		writeFileSync(join(cwd, 'CHANGELOG.md'), changes);
		const env = { ...process.env, GITHUB_REF_NAME: tag };
		const { status, stdout } = spawnSync('bash', ['-e', '-c', command], { cwd, env, encoding: 'utf8' });
		const notes = existsSync(join(cwd, 'notes.md')) ? readFileSync(join(cwd, 'notes.md'), 'utf8') : null;
		rmSync(cwd, { recursive: true });
		return { status, said: stdout, notes };
	}

	const [tagCheck = ''] = commandsOf(publish);
	const changelog = '## [Unreleased]\n\n- d\n\n## [1.2.3] - a day\n\n- a\n- b\n\n## [1.2.2] - a day\n\n- c\n';
	it.each([
		['v1.2.3', changelog, 0, ''],
		['v1.2.4', changelog, 1, 'The tag is v1.2.4, but package.json says 1.2.3.\n'],
		['v1.2.3', '## [Unreleased]\n\n## [1.2.30] - a day\n', 1, 'CHANGELOG.md has no section for 1.2.3.\n'],
	])('only if tag, version and changelog agree: %s, %j', (tag, changes, status, said) => {
		expect(runStep(tagCheck, tag, changes)).toEqual({ status, said, notes: null });
	});

	it('and then, in a job that runs no code of the project, released on GitHub with what the changelog says of it', () => {
		expect(release).toMatchObject({ needs: 'publish', permissions: { contents: 'write' } });
		const [notes = '', create, ...more] = commandsOf(release);
		expect(runStep(notes, 'v1.2.3', changelog)).toEqual({ status: 0, said: '', notes: '\n- a\n- b\n\n' });
		expect(create).toBe(
			'gh release create "$GITHUB_REF_NAME" --verify-tag --title "$GITHUB_REF_NAME" --notes-file notes.md',
		);
		expect(more).toEqual([]);
	});
});
