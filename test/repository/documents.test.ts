import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

const top = join(__dirname, '../..');
const markdownIn = (folder: string) =>
	existsSync(join(top, folder)) ? readdirSync(join(top, folder)).filter((file) => file.endsWith('.md')) : [];
const documents = [...markdownIn('.'), ...markdownIn('docs').map((file) => `docs/${file}`)];
const read = (file: string) => readFileSync(join(top, file), 'utf8');
const { scripts, version } = JSON.parse(read('package.json')) as {
	scripts: Record<string, string>;
	version: string;
};

/** Files and folders of the code, from the top; folders end in a slash. */
function treeOf(folder: string): string[] {
	return readdirSync(join(top, folder), { withFileTypes: true }).flatMap((entry) => {
		if (/^\.|^(?:dist|docs|icons|node_modules)$/.test(entry.name)) return [];
		const path = `${folder}${entry.name}`;
		return entry.isDirectory() ? [`${path}/`, ...treeOf(`${path}/`)] : [path];
	});
}
const tree = treeOf('/');

/** What a document refers to: targets of links and pictures. */
const targets = (text: string) =>
	[...text.matchAll(/\]\(([^)\s]+)\)|(?:src|srcset|href)="([^"]+)"/g)].map(
		([, link, attribute]) => link ?? attribute ?? '',
	);

/** Anchors as GitHub makes them of headings. */
const anchors = (text: string) =>
	[...text.matchAll(/^#+ (.*)$/gm)].map(([, heading = '']) =>
		heading
			.toLowerCase()
			.replace(/[^\w\- ]/g, '')
			.replaceAll(' ', '-'),
	);

describe.each(documents)('%s', (file) => {
	const text = read(file);

	it('refers to nothing that is not there', () => {
		const missing = targets(text).filter((target) => {
			const [path = '', anchor] = target.split('#');
			if (/^[a-z]+:/.test(target)) return false;
			const referred = path === '' ? file : join(dirname(file), path);
			if (!existsSync(join(top, referred))) return true;
			return anchor !== undefined && !anchors(read(referred)).includes(anchor);
		});
		expect(missing).toEqual([]);
	});

	it('names only commands that exist', () => {
		const commands = [...text.matchAll(/npm run ([\w:-]+)/g)].map(([, name = '']) => name);
		expect(commands.filter((name) => !(name in scripts))).toEqual([]);
	});
});

describe('the documents together', () => {
	it('lead to every example', () => {
		const examples = readdirSync(join(top, 'examples')).filter((file) => file.endsWith('.json'));
		const led = targets(read('README.md'));
		expect(examples.filter((file) => !led.includes(`examples/${file}`))).toEqual([]);
	});

	it('name in CONTRIBUTING only what is there, and every folder of the code', () => {
		const contributing = read('CONTRIBUTING.md').split('\n## Adding an operation')[0] ?? '';
		const named = [...contributing.matchAll(/`([\w./-]+(?:\/|\.ts))`/g)].map(([, name = '']) => name);
		expect(named.length).toBeGreaterThan(40);
		expect(named.filter((name) => !tree.some((path) => path.endsWith(`/${name}`)))).toEqual([]);
		const folders = tree.filter((path) => /^(?:\/nodes\/WebexCampaign)?\/(?!nodes\/)[\w-]+\/$/.test(path));
		expect(folders.filter((path) => !named.includes(path.slice(1)))).toEqual([]);
	});

	it('tell of the version that is published, or is to be', () => {
		const titles = [...read('CHANGELOG.md').matchAll(/^## \[(.+?)\]/gm)].map(([, title]) => title);
		expect(titles[0]).toBe('Unreleased');
		expect(titles[1] ?? version).toBe(version);
	});

	it('are led to from GitHub, by files that are there', () => {
		const [, file = ''] = /blob\/main\/(\S+)/.exec(read('.github/ISSUE_TEMPLATE/config.yml')) ?? [];
		expect(documents).toContain(file);
	});

	it('lead from n8n to places that are there', () => {
		const links = [
			...read('credentials/WebexCampaignApi.credentials.ts').matchAll(/documentationUrl = '([^']*)'/g),
			...read('nodes/WebexCampaign/WebexCampaign.node.json').matchAll(/"url": "([^"]*)"/g),
		].map(([, link]) => link ?? '');
		expect(links.length).toBeGreaterThan(1);
		for (const link of links) {
			const [, page = 'README.md', place = ''] = /^[^#]*?(?:\/blob\/main\/([^#]*))?#(.*)$/.exec(link) ?? [];
			expect([...anchors(read(page)), 'readme']).toContain(place);
		}
	});
});
