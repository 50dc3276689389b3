/** What became of one record, as only the server can know it. */
export interface LedgerEntry {
	profileName: string;
	key: string;
	/** Delete requests that reached the API with a granted key, those refused by the throttle included. */
	asked: number;
	/** Of these, refused by the throttle. */
	refused: number;
	/** How often the record was truly deleted: more than once only if it was seeded again. */
	executed: number;
	/** ISO time of the last true delete. */
	executedAt: string | null;
	transactionId: string | null;
}

export type Totals = Ledger['totals'];

export interface Second {
	/** Whole seconds since the ledger was opened. */
	second: number;
	requests: number;
	executed: number;
	refused: number;
}

export class Ledger {
	readonly totals = {
		/** Every request to the delete resource, whatever became of it. */
		requests: 0,
		executed: 0,
		/** Refused by the throttle with 429. */
		refused: 0,
		/** Struck by a fault; some of these were executed all the same. */
		faults: 0,
		/** Requests to the delete resource whose reply has not left. */
		inFlight: 0,
		maxInFlight: 0,
		/** Requests to the profile definitions. */
		definitions: 0,
	};
	readonly seconds: Second[] = [];
	private readonly byProfile = new Map<string, Map<string, LedgerEntry>>();
	private readonly openedAt = performance.now();

	entries(): LedgerEntry[] {
		return [...this.byProfile.values()].flatMap((entries) => [...entries.values()]);
	}

	/** A request arrives. */
	arrived(): void {
		const { totals } = this;
		totals.requests++;
		totals.inFlight++;
		totals.maxInFlight = Math.max(totals.maxInFlight, totals.inFlight);
		this.thisSecond().requests++;
	}

	/** A request's reply has left, or its connection is gone. */
	left(): void {
		this.totals.inFlight--;
	}

	/** @returns the entry of the record that a request asks to delete, with this request counted. */
	asked(profileName: string, key: string): LedgerEntry {
		let entries = this.byProfile.get(profileName);
		if (!entries) this.byProfile.set(profileName, (entries = new Map()));
		let entry = entries.get(key);
		if (!entry) {
			entry = { profileName, key, asked: 0, refused: 0, executed: 0, executedAt: null, transactionId: null };
			entries.set(key, entry);
		}
		entry.asked++;
		return entry;
	}

	/** The throttle refused a request; the entry is null if its body named no record. */
	refused(entry: LedgerEntry | null): void {
		if (entry) entry.refused++;
		this.totals.refused++;
		this.thisSecond().refused++;
	}

	/** A fault struck a request. */
	struck(): void {
		this.totals.faults++;
	}

	executed(entry: LedgerEntry, transactionId: string, at: string): void {
		entry.executed++;
		entry.executedAt = at;
		entry.transactionId = transactionId;
		this.totals.executed++;
		this.thisSecond().executed++;
	}

	/** Whole seconds since the ledger was opened. */
	age(): number {
		return Math.floor((performance.now() - this.openedAt) / 1000);
	}

	private thisSecond(): Second {
		const second = this.age();
		let last = this.seconds[this.seconds.length - 1];
		if (last?.second !== second) {
			last = { second, requests: 0, executed: 0, refused: 0 };
			this.seconds.push(last);
		}
		return last;
	}
}
