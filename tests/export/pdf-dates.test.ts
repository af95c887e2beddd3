import { expect, test } from 'vitest';
import { fixDates } from '../../src/export/pdf-dates.js';

const date = new Date('2026-02-05T12:34:56Z');
const info = (created: string, modified: string) =>
	Buffer.from(
		`%PDF-1.4\n<</Creator (x)\n/CreationDate ${created}\n/ModDate ${modified}>>\n\xff\xfe`,
		'latin1',
	);

test('replaces both dates without moving a byte', () => {
	const pdf = info("(D:20270101000000+00'00')", "(D:20270101000001+02'00')");
	const dated = fixDates(pdf, date);
	if (dated.kind === 'refused') throw new Error(dated.reason);
	expect(
		Buffer.from(dated.bytes).equals(info("(D:20260205123456+00'00')", "(D:20260205123456+00'00')")),
	).toBe(true);
	expect(pdf.includes('20270101')).toBe(true);
});

test.each([
	['none', Buffer.from('%PDF-1.5\n/ObjStm')],
	['CreationDate', info("(D:20270101000000+00'00')", '(D:2027)')],
	['CreationDate', info("(D:20270101000000+00'00')", '<FEFF>')],
	[
		'CreationDate, ModDate, ModDate',
		info("(D:20270101000000+00'00')", "(D:20270101000000+00'00')/ModDate (D:20270101000000+00'00')"),
	],
])('refuses a PDF that has %s of the expected dates', (_, pdf) => {
	expect(fixDates(pdf, date).kind).toBe('refused');
});
