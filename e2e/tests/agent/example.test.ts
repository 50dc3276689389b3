import { toolName } from '../../stage/agent';
import { saveCredentialOf } from '../../stage/credential';
import { importExample } from '../../stage/example';
import { finished, startExecution, whenStatus } from '../../stage/execution';
import { follow, reviewLink } from '../../stage/mailbox';
import { openScene } from '../scene';
import { openStandIns } from '../standIns';

describe('agent-with-review.json', () => {
	const scene = openScene();
	const standIns = openStandIns();

	it("deletes what a customer's message asks for once a person has approved it", async () => {
		const { model, mailbox } = standIns;
		const input = { toolParameters: { key: '9463183911', ticket: 'DSR-4711' }, hitlParameters: {} };
		model.script({ tool: toolName, input }, { words: 'It is erased.' });
		const workflow = await importExample(scene.api, 'agent-with-review.json', {
			...scene.credentials,
			...(await saveCredentialOf(scene.api, 'openAiApi', model.fields)),
			...(await saveCredentialOf(scene.api, 'smtp', mailbox.fields)),
		});

		const id = await startExecution(scene.api, workflow);
		await whenStatus(scene.api, id, (status) => status === 'waiting');
		expect(await scene.simulator.totals()).toMatchObject({ requests: 0 });

		const mail = await mailbox.newest();
		expect(mail).toContain('the contact profile 9463183911');
		await follow(reviewLink(mail, true));

		expect(JSON.stringify(model.requests[0]?.messages)).toContain('null: nobody can tell; do not call again');
		expect((await finished(scene.api, id)).itemsOf('Agent')[0]?.json.output).toBe('It is erased.');
		expect((await scene.simulator.auditLog())[0]).toMatchObject({
			key: '9463183911',
			auditParameters: { exparam1: 'DSR-4711', exparam3: `execution ${id}` },
		});
	});
});
