import { describe, expect, test } from 'vitest';
import { conflictText, gapText } from '../../src/commands/conflict-text.js';
import { reconcileEvidence } from '../../src/reconcile/reconcile-evidence.js';
import { reportConflicts } from '../../src/story/conflict-report.js';
import { claim, evidence, figure } from '../reconcile/make-evidence.js';
import { copyExample, newPlace } from './command-line.js';

describe('for people', () => {
	test('every side of every difference, with its place, on stdout', async () => {
		const place = newPlace();
		copyExample(place, 'curlew');
		const { code, stdout, stderr } = await place.run('conflicts curlew');
		expect(code).toBe(0);
		expect(stderr).toBe('');
		expect(stdout).toContain(`† Harbour Radio  harbour-radio/curlew-2
    prints    6.4%, of 6.4–8.1% (a first-party document says so)
    6.4%  chosen
      curlew/results.yaml:7  Release notes: Results
      curlew/results.yaml:8  Earshot: Opening, crediting Release notes
    8.1%  contradicts it
      curlew/results.yaml:9  Harbour Lab: Table 2
`);
		expect(stdout).toMatch(/1 finding contested .*none is undecided\.\n/);
		expect(stdout.split('\n').filter((line) => line.length > 100)).toEqual([]);
		expect(stdout).not.toContain('\u001b');
	});

	test('what no document says', async () => {
		const place = newPlace();
		copyExample(place, 'curlew');
		const { code, stdout } = await place.run('conflicts curlew --gaps');
		expect(code).toBe(0);
		expect(stdout).toContain(
			'No score has an uncertainty  no-uncertainty\n  Small differences may be noise.\n',
		);
		expect(stdout.split('\n').filter((line) => line.length > 100)).toEqual([]);
	});
});

describe('strict', () => {
	/** One document against one, neither first-party, and one of them undated. */
	const undecided = {
		'sources.yaml': (text: string) =>
			text.replace('party: first', 'party: third').replace('  date: 2026-04-29\n', ''),
		'results.yaml': (text: string) => text.replace(/.*value: 6\.4, source: earshot.*\n/, ''),
	};

	test('passes while everything is decided, and fails when something is not', async () => {
		const place = newPlace();
		copyExample(place, 'curlew');
		copyExample(place, 'open', undecided);
		expect((await place.run('conflicts curlew --strict')).code).toBe(0);
		expect((await place.run('conflicts open')).code).toBe(0);
		expect((await place.run('conflicts open --strict')).code).toBe(4);
	});

	test('a strict build stops at it, an ordinary one says how many there are, a ruling lets both pass', async () => {
		const place = newPlace();
		copyExample(place, 'open', undecided);
		const strict = await place.run('build open --format html --strict');
		expect(strict.code).toBe(4);
		expect(strict.stderr).toContain('warning MB204  unresolved-contradiction');
		expect(place.has('output')).toBe(false);
		const ordinary = await place.run('build open --format html');
		expect(ordinary.code).toBe(0);
		expect(ordinary.stderr).toContain('1 unresolved contradiction; `modelbrief conflicts` lists it.');
		expect(ordinary.stderr).not.toContain('MB204');
		place.write(
			'open/rulings.yaml',
			'- { on: harbour-radio/curlew-2, keep: range, over: [6.4, 8.1], reason: Nobody can say. }\n',
		);
		expect((await place.run('build open --format html --strict')).code).toBe(0);
	});
});

test('a stale ruling is said on every command', async () => {
	const place = newPlace();
	copyExample(place, 'curlew');
	place.write(
		'curlew/rulings.yaml',
		'- { on: harbour-radio/curlew-2, prefer: harbour-lab, over: [6.4, 8.2], reason: It measured. }\n',
	);
	const { code, stdout, stderr } = await place.run('conflicts curlew');
	expect(code).toBe(0);
	expect(stdout).toContain('ruling    It measured. curlew/rulings.yaml:1');
	expect(stderr).toContain('warning MB260  stale-ruling   curlew/rulings.yaml:1:3');
	expect(stderr).toContain('write `over: [6.4, 8.1]`');
});

test('as JSON, everything in one object', async () => {
	const place = newPlace();
	copyExample(place, 'curlew');
	const { code, stdout } = await place.run('conflicts curlew --json');
	expect(code).toBe(0);
	const { version, briefs } = JSON.parse(stdout);
	expect(version).toBe(1);
	expect(briefs).toHaveLength(1);
	expect(Object.keys(briefs[0])).toEqual(['brief', 'title', 'asOf', 'summary', 'conflicts', 'gaps']);
	expect(briefs[0].conflicts[0]).toMatchObject({
		key: 'harbour-radio/curlew-2',
		cause: 'contradiction',
		printed: '6.4%',
		sides: [
			{
				says: '6.4%',
				claims: [{ source: 'release-notes', where: { file: 'curlew/results.yaml', line: 7 } }, {}],
			},
			{ says: '8.1%', claims: [{ source: 'harbour-lab' }] },
		],
	});
});

test('broken evidence is reported, not listed', async () => {
	const place = newPlace();
	copyExample(place, 'curlew', {
		'results.yaml': (text) => text.replace('source: harbour-lab', 'source: lab'),
	});
	const { code, stdout, stderr } = await place.run('conflicts curlew');
	expect([code, stdout]).toEqual([3, '']);
	expect(stderr).toContain('error MB220');
});

describe('the text', () => {
	const all = evidence({
		topics: [
			figure([
				claim(77.3, { at: `A heading that is ${'very '.repeat(20)}long` }),
				claim(75.1, { source: 'b', at: 'Red \u001b[31m text\u202e' }),
			]),
		],
	});
	const report = reportConflicts(all, reconcileEvidence(all));

	test.each([40, 60, 100, 120])('fits %d columns', (width) => {
		const long = [conflictText, gapText]
			.flatMap((layOut) => layOut(report, { width, color: false }).split('\n'))
			.filter((line) => line.length > width && line.trim().includes(' '));
		expect(long).toEqual([]);
	});

	test('has colour only when asked', () => {
		expect(conflictText(report, { width: 100, color: true })).toContain('\u001b[1m');
		expect(conflictText(report, { width: 100, color: false })).not.toMatch(/\p{Cc}(?<!\n)|\u202e/u);
	});
});

test('a ruling that keeps the range chooses no side', async () => {
	const place = newPlace();
	copyExample(place, 'curlew');
	place.write(
		'curlew/rulings.yaml',
		'- { on: harbour-radio/curlew-2, keep: range, over: [6.4, 8.1], reason: Nobody can say. }\n',
	);
	const { stdout } = await place.run('conflicts curlew');
	expect(stdout).toContain('prints    6.4–8.1%\n');
	expect(stdout).toContain('    6.4%  claimed\n');
	expect(stdout).toContain('    8.1%  contradicts it\n');
});
