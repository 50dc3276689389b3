import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { NodeHelpers, type IConnections, type INode, type INodeParameters } from 'n8n-workflow';
import { checkOptions } from '../../nodes/WebexCampaign/input/options';
import { WebexCampaign } from '../../nodes/WebexCampaign/WebexCampaign.node';

interface Example {
	name: string;
	active?: boolean;
	nodes: INode[];
	connections: IConnections;
}

const folder = join(__dirname, '../../examples');
const files = readdirSync(folder).filter((file) => file.endsWith('.json'));
const text = (file: string) => readFileSync(join(folder, file), 'utf8');
const { description } = new WebexCampaign();

const isNote = ({ type }: INode) => type === 'n8n-nodes-base.stickyNote';
const isOurs = ({ type }: INode) => /^n8n-nodes-webex-campaign\.webexCampaign(Tool)?$/.test(type);

const linksOf = ({ connections }: Example) =>
	Object.entries(connections).flatMap(([from, kinds]) =>
		Object.values(kinds)
			.flat(2)
			.map((link) => ({ from, to: link?.node ?? '' })),
	);

/** What a note, or a node with its name and subtitle, takes up on the canvas. */
function spaceOf({ type, position: [x, y], parameters }: INode) {
	if (type === 'n8n-nodes-base.stickyNote')
		return { x, y, width: Number(parameters.width), height: Number(parameters.height) };
	return { x: x - 24, y, width: 144, height: 144 };
}

type Space = ReturnType<typeof spaceOf>;

const meet = (a: Space, b: Space) =>
	a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height;

/** The parameters that n8n keeps: those that the description knows and shows. */
const keptByN8n = (node: INode) =>
	NodeHelpers.getNodeParameters(description.properties, node.parameters, false, false, node, description);

/** What n8n marks in red in the editor. */
const issuesOf = (node: INode) =>
	NodeHelpers.getNodeParametersIssues(
		description.properties,
		{ ...node, parameters: keptByN8n({ ...node }) ?? {} },
		description,
	);

describe.each(files)('examples/%s can be imported as it is', (file) => {
	const example = JSON.parse(text(file)) as Example;
	const names = example.nodes.map(({ name }) => name);
	const ours = example.nodes.filter(isOurs);

	it('is switched off', () => {
		expect(example.active ?? false).toBe(false);
	});

	it('explains itself on a sticky note', () => {
		const [first] = example.nodes.filter(isNote);
		expect(String(first?.parameters.content)).toMatch(/^## /);
	});

	it('lays no note and no node over another node or its name', () => {
		const spaces = example.nodes.map((node) => ({ node, space: spaceOf(node) }));
		const overlaps = spaces.flatMap(({ node, space }, index) =>
			spaces
				.slice(index + 1)
				.filter((other) => meet(space, other.space))
				.map((other) => `${node.name} and ${other.node.name}`),
		);
		expect(overlaps).toEqual([]);
	});

	it('gives each node a name of its own', () => {
		expect(new Set(names).size).toBe(names.length);
	});

	it('connects every node, and only nodes that are there', () => {
		const links = linksOf(example);
		const linked = new Set(links.flatMap(({ from, to }) => [from, to]));
		expect([...linked].filter((name) => !names.includes(name))).toEqual([]);
		expect(example.nodes.filter((node) => !isNote(node) && !linked.has(node.name))).toEqual([]);
	});

	it('names credentials and holds none', () => {
		const credentials = example.nodes.flatMap((node) => Object.values(node.credentials ?? {}));
		expect(credentials).toEqual(credentials.map(() => ({ id: null, name: expect.stringMatching(/\w/) })));
		expect(text(file)).not.toMatch(/bearer|instanceId|https?:\/\/(?!localhost)/i);
	});

	it('uses our node as its description has it', () => {
		for (const node of ours) {
			const kept = keptByN8n(node) as INodeParameters;
			expect(kept).toMatchObject(withoutDefaults(node.parameters));
			expect(issuesOf(node)).toBeNull();
			expect(checkOptions(node.parameters.options, [])).toMatchObject({ ok: true });
		}
	});

	it('sends nothing twice on its own: Retry On Fail of our node is off', () => {
		expect(ours.filter(({ retryOnFail }) => retryOnFail)).toEqual([]);
	});

	it('loses no failed item: On Error of our node is one of the two Continue modes', () => {
		expect(ours.map(({ onError }) => onError)).toEqual(
			ours.map(() => expect.stringMatching(/^continue(Regular|Error)Output$/)),
		);
	});
});

describe('the examples together', () => {
	const within = (folder: string) =>
		readdirSync(join(__dirname, '../..', folder), { recursive: true, encoding: 'utf8' })
			.filter((file) => file.endsWith('.ts'))
			.map((file) => readFileSync(join(__dirname, '../..', folder, file), 'utf8'))
			.join('\n');

	it.each(files)('%s is run by a test and explained in README', (file) => {
		expect(within('e2e/tests') + within('e2e/queue')).toContain(file);
		expect(readFileSync(join(__dirname, '../../README.md'), 'utf8')).toContain(`(examples/${file})`);
	});

	it('name no data table whose name holds that of another one, which n8n may take for it', () => {
		const tables = files.flatMap((file) =>
			(JSON.parse(text(file)) as Example).nodes.flatMap(({ parameters }) => {
				const { mode, value } = (parameters.dataTableId ?? {}) as { mode?: string; value?: string };
				return mode === 'name' && value ? [value] : [parameters.tableName ?? []].flat().map(String);
			}),
		);
		const names = [...new Set(tables)];
		expect(names.length).toBeGreaterThan(3);
		expect(names.filter((name) => names.some((other) => other !== name && other.includes(name)))).toEqual([]);
	});

	it.each(['Contacts', 'Report'])(
		'a long list is read and reported in one way, with workers or without: %s',
		(name) => {
			const [first, second] = ['erase-list-parent.json', 'batches-with-a-record.json'].map(
				(file) => (JSON.parse(text(file)) as Example).nodes.find((node) => node.name === name)?.parameters.jsCode,
			);
			expect(first).toMatch(/\w/);
			expect(second).toBe(first);
		},
	);
});

/** n8n leaves out what equals its default when it is asked for no defaults. */
const withoutDefaults = ({ resource: _, operation: __, ...others }: INodeParameters) => others;
