import { expect, test } from 'vitest';
import { markArtifacts } from '../../src/export/mark-artifacts.js';

const lines = (text: string) =>
	text
		.trim()
		.split(/\s*\n\s*/)
		.join('\n');
const marked = (text: string, hasContent = (_: string) => false) => markArtifacts(lines(text), hasContent);

test.each([
	['a box that nothing marks', '72 56 36 4 re\nf', '/Artifact BMC\n72 56 36 4 re\nf\nEMC'],
	['a line of several steps', '0 0 m\n0 336 l\nS', '/Artifact BMC\n0 0 m\n0 336 l\nS\nEMC'],
	['text that nothing marks', 'BT\n<01> Tj\nET', '/Artifact BMC\nBT\n<01> Tj\nET\nEMC'],
	['a picture that nothing marks', '/X3 Do', '/Artifact BMC\n/X3 Do\nEMC'],
])('%s becomes an artifact', (_, before, after) => {
	expect(marked(before)).toEqual({ text: after, dropped: [] });
});

test.each([
	['a clip, which paints nothing', '0 0 4000 2250 re\nW* n\nq'],
	['marked text', '/P <</MCID 3 >>BDC\nBT\n<01> Tj\nET\nEMC'],
	[
		'text after a span in marked text',
		'/P <</MCID 3 >>BDC\nBT\n/Span<</ActualText <FEFF00A0> >> BDC\n<01> Tj\nEMC\nET\nBT\n<02> Tj\nET\nEMC',
	],
	['a box in marked text', '/P <</MCID 3 >>BDC\n0 0 9 9 re\nf\nBT\n<01> Tj\nET\nEMC'],
	['the shapes of a figure', '/Figure <</MCID 0 >>BDC\n0 0 m\n0 336 l\nS\nEMC'],
])('%s stays as it is', (_, drawing) => {
	expect(marked(drawing)).toEqual({ text: drawing, dropped: [] });
});

test('a form with content of its own stays as it is', () => {
	expect(marked('/X3 Do', (form) => form === 'X3').text).toBe('/X3 Do');
});

test('marked content that holds no text is an artifact, and no longer part of the structure', () => {
	expect(
		marked(`/Table <</MCID 4 >>BDC
			0 0 9 1 re
			f
			EMC
			/TD <</MCID 5 >>BDC
			BT
			<01> Tj
			ET
			EMC`),
	).toEqual({
		text: lines(`/Artifact BMC
			0 0 9 1 re
			f
			EMC
			/TD <</MCID 5 >>BDC
			BT
			<01> Tj
			ET
			EMC`),
		dropped: [4],
	});
});
