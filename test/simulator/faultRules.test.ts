import { FaultSwitches, type Asked, type FaultRule } from '../../simulator/faults';
import { keysFrom } from '../../simulator/profiles';

const asked = (key: string, ask = 1): Asked => ({ on: 'delete', profileName: 'sampleprofile', key, ask });
const keys = keysFrom('9463180000', 2000);
const struckKeys = (switches: FaultSwitches, order = keys) => order.filter((key) => switches.strike(asked(key))).sort();

describe('a fault rule strikes', () => {
	it('everything, if it says no more than the fault', () => {
		expect(struckKeys(new FaultSwitches([{ fault: 'lost' }], 1))).toEqual(keys);
	});

	it('the next so many requests', () => {
		expect(struckKeys(new FaultSwitches([{ fault: 'lost', times: 3 }], 1))).toEqual(keys.slice(0, 3));
	});

	it('the keys that match', () => {
		const switches = new FaultSwitches([{ fault: 'lost', keys: '000[12]$' }], 1);
		expect(struckKeys(switches)).toEqual(['9463180001', '9463180002']);
	});

	it('the first so many requests of each key', () => {
		const switches = new FaultSwitches([{ fault: 'lost', firstAsks: 2 }], 1);
		expect([1, 2, 3].map((ask) => Boolean(switches.strike(asked('1', ask))))).toEqual([true, true, false]);
	});

	it('one API and not the other', () => {
		const switches = new FaultSwitches([{ fault: 'empty', on: 'definitions' }], 1);
		expect(switches.strike(asked('1'))).toBeNull();
		expect(switches.strike({ ...asked('1'), on: 'definitions' })).not.toBeNull();
	});

	it('before the rules that stand below it', () => {
		const rules: FaultRule[] = [{ fault: 'lost', times: 1 }, { fault: 'cut', keys: '^1$' }, { fault: 'empty' }];
		const switches = new FaultSwitches(rules, 1);
		const struck = ['1', '1', '2'].map((key) => switches.strike(asked(key))?.fault);
		expect(struck).toEqual(['lost', 'cut', 'empty']);
	});
});

describe('a fault rule with a probability', () => {
	const rules: FaultRule[] = [{ fault: 'lost', probability: 0.1 }];
	const struck = struckKeys(new FaultSwitches(rules, 7));

	it.each([0, 0.1, 0.5, 1])('strikes that share of the requests: %d', (probability) => {
		const share = struckKeys(new FaultSwitches([{ fault: 'lost', probability }], 7)).length / keys.length;
		expect(Math.abs(share - probability)).toBeLessThan(0.03);
	});

	it('strikes the same requests with the same seed, in whatever order they come', () => {
		const backwards = [...keys].reverse();
		expect(struckKeys(new FaultSwitches(rules, 7), backwards)).toEqual(struck);
	});

	it('strikes other requests with another seed', () => {
		expect(struckKeys(new FaultSwitches(rules, 8))).not.toEqual(struck);
	});

	it('draws anew each time a key comes again', () => {
		const again = keys.filter((key) => new FaultSwitches(rules, 7).strike(asked(key, 2)));
		expect(again).not.toEqual(struck);
	});
});
