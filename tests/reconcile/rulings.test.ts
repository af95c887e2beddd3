// What happens to a ruling when the evidence around it changes, and what a strict build stops at.

import { describe, expect, test } from 'vitest';
import { reportText } from '../../src/diagnostics/report.js';
import type { Claim, Evidence, Ruling, Unit } from '../../src/model/evidence.js';
import { spellValue } from '../../src/model/spell-value.js';
import { reconcileEvidence } from '../../src/reconcile/reconcile-evidence.js';
import { reviewRulings } from '../../src/reconcile/review-rulings.js';
import { unresolvedContradictions } from '../../src/reconcile/unresolved.js';
import {
	claim,
	date,
	denial,
	evidence,
	figure,
	says as holds,
	keepRange,
	notReported,
	prefer,
	range,
	words,
} from './make-evidence.js';

const from = (source: string, value: Parameters<typeof claim>[0], at = 'Results') =>
	claim(value, { source, at });

function brief(claims: readonly Claim[], rulings: readonly Ruling[] = [], unit: Unit = 'percent'): Evidence {
	return evidence({ topics: [figure(claims, unit)], rulings });
}

function review(claims: readonly Claim[], ruling: Ruling) {
	const all = brief(claims, [ruling]);
	return reviewRulings(all, reconcileEvidence(all));
}

const unresolved = (claims: readonly Claim[], ruling?: Ruling) =>
	unresolvedContradictions(reconcileEvidence(brief(claims, ruling === undefined ? [] : [ruling])));

describe('a ruling says over which values it was made', () => {
	const ruling = (...over: string[]): Ruling => ({ ...prefer('a'), over });

	test.each<[string, readonly Claim[], Ruling]>([
		['the same two numbers', [from('a', 77.3), from('b', 75.1)], ruling('77.3', '75.1')],
		['in another order', [from('a', 77.3), from('b', 75.1)], ruling('75.1', '77.3')],
		[
			'with another source for one of them',
			[from('a', 77.3), from('b', 75.1), from('c', 75.1)],
			ruling('77.3', '75.1'),
		],
		[
			'with a source that reports nothing',
			[from('a', 77.3), from('b', 75.1), from('c', notReported)],
			ruling('77.3', '75.1'),
		],
		['a range', [from('a', 77.3), from('b', range(65, 70))], ruling('77.3', '[65, 70]')],
		[
			'words, in other letters',
			[from('a', 77.3), from('b', denial('Barely ahead'))],
			ruling('77.3', 'barely  ahead'),
		],
		['for and against', [from('a', holds(true)), from('b', holds(false))], ruling('for', 'against')],
	])('and holds while they stand: %s', (_, claims, one) => {
		expect(review(claims, one)).toEqual([]);
	});

	test.each<[string, readonly Claim[], Ruling, string]>([
		[
			'a new value',
			[from('a', 77.3), from('b', 75.1), from('c', 76)],
			ruling('77.3', '75.1'),
			'77.3, 75.1, 76',
		],
		['a value that was corrected', [from('a', 77.3), from('b', 75.2)], ruling('77.3', '75.1'), '77.3, 75.2'],
		['a value that is gone', [from('a', 77.3), from('b', 75.1)], ruling('77.3', '75.1', '70'), '77.3, 75.1'],
		[
			'a date',
			[from('a', date('2026-02-05')), from('b', date('2026-02-12', '2026-02-13'))],
			ruling('2026-02-05'),
			'2026-02-05, [2026-02-12, 2026-02-13]',
		],
		[
			'words with a comma',
			[from('a', 77.3), from('b', denial('ahead, barely'))],
			ruling('77.3'),
			'77.3, "ahead, barely"',
		],
	])('and is stale otherwise: %s', (_, claims, one, spelled) => {
		expect(review(claims, one)).toMatchObject([{ code: 'MB260', location: one.where, args: { spelled } }]);
	});
});

describe('a ruling that cannot do what it says', () => {
	const torn = [from('a', 77.3, 'Opening'), from('a', 75.1, 'Table'), from('b', 75.1)];

	test('prefers a source that says two things', () => {
		expect(review(torn, prefer('a'))).toMatchObject([
			{ code: 'MB262', args: { values: '77.3 and 75.1', chosen: '75.1', at: 'Opening' } },
		]);
	});

	test('and names the one that it means with its heading', () => {
		const ruling: Ruling = { ...prefer('a'), decision: { kind: 'prefer', source: 'a', at: 'Opening' } };
		const all = brief(torn, [ruling]);
		const findings = reconcileEvidence(all);
		expect(reviewRulings(all, findings)).toEqual([]);
		expect(findings.get('topic')).toMatchObject({ precedence: 'ruling', headline: { at: 'Opening' } });
	});

	test.each<[string, readonly Claim[], Ruling, string]>([
		['nothing to decide', [from('a', 77.3), from('b', 77.3)], prefer('a'), 'MB261'],
		[
			'a source that reports nothing',
			[from('a', notReported), from('b', 77.3), from('c', 75)],
			prefer('a'),
			'MB263',
		],
		[
			'a sum that nothing is computed for',
			[from('a', 77.3), from('b', 75)],
			{ ...prefer('a'), decision: { kind: 'prefer-computed' } },
			'MB263',
		],
	])('%s', (_, claims, ruling, code) => {
		expect(review(claims, ruling).map((one) => one.code)).toEqual([code]);
	});
});

describe('words', () => {
	test('a ruling chooses the side', () => {
		const claims = [from('a', holds(true)), from('b', holds(true)), from('c', holds(false))];
		const finding = reconcileEvidence(brief(claims, [prefer('c')], 'text')).get('topic');
		expect(finding).toMatchObject({ value: { holds: false }, contested: true, unresolved: false });
	});

	test('may be left standing on both sides', () => {
		const claims = [from('a', holds(true)), from('b', holds(false))];
		expect(unresolved(claims)).toHaveLength(1);
		expect(unresolved(claims, keepRange)).toEqual([]);
	});

	test('that deny a number weigh in by the same rules as numbers do', () => {
		const number = from('a', 20);
		expect(unresolved([number, from('b', denial('hours'))])).toHaveLength(1);
		expect(unresolved([number, from('b', 20), from('c', denial('hours'))])).toEqual([]);
		expect(unresolved([number, from('b', denial('hours')), from('c', denial('hours'))])).toHaveLength(1);
		expect(unresolved([number, from('b', words('short'))])).toEqual([]);
	});
});

test('dates that nobody decides are printed from the first to the last', () => {
	const finding = reconcileEvidence(
		brief([from('a', date('2026-02-05')), from('b', date('2026-02-12'))], [], 'date'),
	).get('topic');
	expect(finding).toMatchObject({ unresolved: true, value: date('2026-02-05', '2026-02-12') });
});

test('another unit or another name never heads what somebody states as it is', () => {
	const claims = [
		claim(26.5, { source: 'a', unit: 'percent-change' }),
		claim(26.5, { source: 'b', as: 'another test' }),
		claim(26.5, { source: 'c' }),
	];
	expect(reconcileEvidence(brief(claims, [], 'points')).get('topic')).toMatchObject({
		headline: { source: 'c' },
		precedence: 'only-value',
		contested: false,
	});
});

test('a contradiction that nobody decides names every side, its place and the ruling to write', () => {
	const at = (line: number) => ({ file: 'data/atlas/figures.yaml', line, column: 7 });
	const claims = [
		{ ...from('a', 77.3), where: at(6) },
		{ ...from('b', 75.1), where: at(7) },
	];
	const found = unresolved(claims);
	expect(found).toMatchObject([{ code: 'MB204', location: at(6), also: [{ location: at(7) }] }]);
	expect(
		reportText(found, { sources: new Map(), color: false }),
	).toBe(`warning MB204  unresolved-contradiction   data/atlas/figures.yaml:6:7

  what  Sources contradict each other on \`topic\`, and no rule decides: 77.3 (a), 75.1 (b).
  why   Until it is decided, the decks print the whole range with the contested mark.
  also  data/atlas/figures.yaml:7:7  b says 75.1
  fix   Add to rulings.yaml: \`- { on: topic, prefer: <source>, over: [77.3, 75.1], reason: … }\`, or
        \`keep: range\` instead of \`prefer\`.

1 warning.
`);
});

test.each([
	[claim(77.3).value, '77.3'],
	[range(65.4, 69.9), '[65.4, 69.9]'],
	[date('2026-02'), '2026-02'],
	[date('2026', '2027'), '[2026, 2027]'],
	[words('later'), 'later'],
	[holds(false), 'against'],
	[notReported, 'not reported'],
])('a value is spelled as an author writes it: %o', (value, text) => {
	expect(spellValue(value)).toBe(text);
});
