// What must hold for any claims at all, and would be missed by examples.

import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Claim, Qualifier, Source, Unit, Value } from '../../src/model/evidence.js';
import type { Finding } from '../../src/model/finding.js';
import { causeOfDifference } from '../../src/reconcile/causes.js';
import { claim, keepRange, prefer, reconcile, source } from './make-evidence.js';

const NAMES = ['a', 'b', 'c', 'd', 'e'];
const name = fc.constantFrom(...NAMES);

const numeric = fc.oneof(
	fc.constantFrom(77, 77.3, 77.34, 0.773, 75.1, 80).map((number): Value => ({ kind: 'number', number })),
	fc
		.constantFrom([65, 70], [65.4, 69.9], [77, 78])
		.map(([from = 0, to = 0]): Value => ({ kind: 'range', from, to })),
);
const dated = fc
	.constantFrom('2026', '2026-02', '2026-02-05', '2026-02-12', '2026-03')
	.map((day): Value => ({ kind: 'date', from: day, to: day }));
const worded = fc
	.record({ text: fc.constantFrom('large', 'Large', 'later'), contradicts: fc.boolean() })
	.map((value): Value => ({ kind: 'text', ...value }));
const asserted = fc.boolean().map((holds): Value => ({ kind: 'assertion', holds }));
const QUALIFIERS: readonly (readonly Qualifier[])[] = [
	...[[], [], [], ['about'], ['over'], ['under'], ['up to'], ['at least'], ['nearly']],
	...[['estimated'], ['about', 'estimated'], ['estimated', 'over']],
] as Qualifier[][];
const UNITS: readonly (Unit | undefined)[] = [undefined, undefined, undefined, 'percent-change'];
const silent = fc.constant<Value>({ kind: 'not-reported' });

const claimWith = (
	value: fc.Arbitrary<Value>,
	units: readonly (Unit | undefined)[] = [undefined],
): fc.Arbitrary<Claim> =>
	fc
		.record({
			value,
			source: name,
			at: fc.constantFrom('Opening', 'Results'),
			credits: fc.uniqueArray(name, { maxLength: 2 }),
			qualifiers: fc.constantFrom<readonly Qualifier[]>(...QUALIFIERS),
			setup: fc.constantFrom({}, {}, { harness: 'x' }, { harness: 'y' }, { attempts: 3 }),
			as: fc.constantFrom(undefined, undefined, undefined, 'OSWorld'),
			unit: fc.constantFrom(...units),
		})
		.map(({ as, unit, ...fields }) =>
			claim(fields.value, { ...fields, ...(as && { as }), ...(unit && { unit }) }),
		);

const ofOneKind = fc.oneof(
	fc.array(claimWith(fc.oneof({ weight: 6, arbitrary: numeric }, worded, silent), UNITS), {
		minLength: 1,
		maxLength: 8,
	}),
	fc.array(claimWith(fc.oneof({ weight: 4, arbitrary: dated }, worded, silent)), {
		minLength: 1,
		maxLength: 8,
	}),
	fc.array(claimWith(asserted), { minLength: 1, maxLength: 8 }),
);

const party = fc.constantFrom<Source['party']>('third', 'third', 'first');
const day = fc.constantFrom(undefined, '2026-01', '2026-02-07');
const library = fc.tuple(
	...NAMES.map((id, index) =>
		fc
			.record({ party, date: day, derivesFrom: fc.subarray(NAMES.slice(index + 1)) })
			.map(({ date, ...fields }) => source(id, { ...fields, ...(date && { date }) })),
	),
);

const rulings = fc.oneof(
	{ weight: 3, arbitrary: fc.constant([]) },
	name.map((id) => [prefer(id)]),
	fc.constant([keepRange]),
);

/** A claim without what only says where it stands in the file. */
const content = ({ id: _id, where: _where, ...rest }: Claim) =>
	JSON.stringify({ ...rest, qualifiers: [...rest.qualifiers].sort() });

/** A finding without the order of its claims. Words that are alike but for a capital letter count as one. */
function outcome(finding: Finding) {
	const { value, support, spread, contested, unresolved, precedence, agreeing, dissent } = finding;
	const oppositions = finding.oppositions.map(({ one, other }) => [one, other].map(content).sort().join());
	return {
		...{ value: JSON.stringify(value).toLowerCase(), support, spread, contested, unresolved, precedence },
		headline: finding.headline && JSON.stringify(finding.headline.value).toLowerCase(),
		agreeing: agreeing.map(content).sort(),
		dissent: dissent.map((one) => `${one.cause} ${content(one.claim)}`).sort(),
		oppositions: oppositions.sort(),
	};
}

test('neither the order of claims nor that of sources changes the outcome', () => {
	fc.assert(
		fc.property(
			ofOneKind.chain((claims) =>
				fc.tuple(fc.constant(claims), fc.shuffledSubarray(claims, { minLength: claims.length })),
			),
			library,
			rulings,
			([claims, shuffled], sources, ruled) => {
				const one = reconcile(claims, { sources, rulings: ruled });
				const other = reconcile(shuffled, { sources: [...sources].reverse(), rulings: ruled });
				expect(outcome(other)).toEqual(outcome(one));
			},
		),
		{ numRuns: 2000 },
	);
});

test('every claim ends in exactly one place: agreeing, dissent or not reported', () => {
	fc.assert(
		fc.property(ofOneKind, library, rulings, (claims, sources, ruled) => {
			const finding = reconcile(claims, { sources, rulings: ruled });
			const silentOnes =
				finding.headline === undefined
					? []
					: finding.topic.claims.filter(({ value }) => value.kind === 'not-reported');
			const places = [...finding.agreeing, ...finding.dissent.map((one) => one.claim), ...silentOnes];
			expect(places.map(({ id }) => id).sort()).toEqual(finding.topic.claims.map(({ id }) => id).sort());
		}),
		{ numRuns: 2000 },
	);
});

test('one more source that agrees never lowers the support, and never changes the headline', () => {
	fc.assert(
		fc.property(
			ofOneKind,
			library,
			name,
			fc.uniqueArray(name, { maxLength: 2 }),
			(claims, sources, who, credits) => {
				const before = reconcile(claims, { sources });
				if (before.headline === undefined) return;
				const echo = { ...before.headline, source: who, credits };
				const after = reconcile([...claims, echo], { sources });
				expect(JSON.stringify(after.headline?.value).toLowerCase()).toBe(
					JSON.stringify(before.headline.value).toLowerCase(),
				);
				expect(after.support.claims).toBe(before.support.claims + 1);
				expect(after.support.sources).toBeGreaterThanOrEqual(before.support.sources);
				expect(after.support.independent).toBeGreaterThanOrEqual(before.support.independent);
			},
		),
		{ numRuns: 2000 },
	);
});

test('a finding is contested exactly when any two of its claims contradict each other, and open only then', () => {
	fc.assert(
		fc.property(ofOneKind, library, rulings, (claims, sources, ruled) => {
			const { topic, unit, ...finding } = reconcile(claims, { sources, rulings: ruled });
			const { contested, unresolved, dissent, oppositions, spread } = finding;
			const isDenied = topic.claims.some((one) =>
				topic.claims.some((other) => causeOfDifference(one, other, unit) === 'contradiction'),
			);
			expect(contested).toBe(isDenied);
			expect(contested).toBe(
				oppositions.length > 0 || dissent.some(({ cause }) => cause === 'contradiction'),
			);
			if (unresolved) expect(contested).toBe(true);
			if (spread) expect(spread.low).toBeLessThanOrEqual(spread.high);
		}),
	);
});
