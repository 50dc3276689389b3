import { readReply } from '../../../nodes/WebexCampaign/api/reply';
import { maskFor } from '../../../nodes/WebexCampaign/text/maskKey';

describe('A transaction id that shows nothing proves nothing', () => {
	it.each(['', '  ', '<b></b>', '\u200B'])('%j', (id) => {
		const reply = { status: 200, headers: {}, body: JSON.stringify({ 'transaction-id': id }) };
		expect(readReply(reply, maskFor('secret'), 0)).toMatchObject({ kind: 'failed', outcome: 'unknown' });
	});
});
