import { FAILURE_TABLE } from '../../../nodes/WebexCampaign/api/failureTable';
import { failureTableOfThePage } from '../../simulator/referencePage';

it('the failure table is the one on the reference page, row by row and in its order', () => {
	const ours = FAILURE_TABLE.map(({ httpStatus, code, description }) => ({
		httpStatus,
		code: Number(code),
		description,
	}));
	expect(ours).toEqual(failureTableOfThePage());
	expect(ours).toHaveLength(10);
});
