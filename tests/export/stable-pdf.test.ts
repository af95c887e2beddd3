import { expect, test } from 'vitest';
import { stabilizePdf } from '../../src/export/stable-pdf.js';

const date = new Date('2026-02-05T12:34:56Z');
const DATED = "(D:20260205123456+00'00')";

function pdf(created: string, modified: string, rest = ''): Buffer {
	return Buffer.from(`%PDF-1.4\n/CreationDate ${created}\n/ModDate ${modified}>>\n${rest}\xff\xfe`, 'latin1');
}

function stable(bytes: Uint8Array): Buffer {
	const result = stabilizePdf(bytes, date);
	if (result.kind === 'refused') throw new Error(result.reason);
	return Buffer.from(result.bytes);
}

test('replaces both dates without moving or changing another byte', () => {
	const before = pdf("(D:20270101000000+00'00')", "(D:20270101000001-02'30')", 'rest');
	expect(stable(before).equals(pdf(DATED, DATED, 'rest'))).toBe(true);
	expect(before.includes('20270101')).toBe(true);
});

test('numbers table headers from one, in their order', () => {
	const [before, after] = [
		['00000090', '00000007', '00000090', '12345678'],
		['00000002', '00000001', '00000002', '00000003'],
	].map((numbers) => pdf(DATED, DATED, numbers.map((number) => `/ID (node${number})`).join()));
	expect(stable(before ?? Buffer.of()).toString('latin1')).toBe(after?.toString('latin1'));
});

test.each([
	['none', '(D:2027)', '<FEFF>'],
	['CreationDate', "(D:20270101000000+00'00')", '(D:20270101000000Z)'],
	['CreationDate and ModDate and ModDate', DATED, `${DATED}/ModDate ${DATED}`],
])('refuses a PDF that has %s in the expected form', (found, created, modified) => {
	expect(stabilizePdf(pdf(created, modified), date)).toEqual({
		kind: 'refused',
		reason: `of its dates, it has ${found} in the expected form`,
	});
});
