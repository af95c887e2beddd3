import { expect, test } from 'vitest';
import { reportGithub } from '../../src/diagnostics/report-github.js';

test('one line for each problem, in reading order, with its place', () => {
	const text = reportGithub([
		{
			code: 'MB369',
			location: { file: 'b,c.md', line: 3, column: 1 },
			args: { deck: 'b,c.md', slide: 2, headline: '' },
		},
		{
			code: 'MB391',
			location: { file: 'a.md', line: 9, column: 2 },
			args: { slide: 1, src: '50%\n::error::x', reason: 'which is not a chart' },
		},
	]);
	const [first, second, ...rest] = text.split('\n');
	expect(first).toBe(
		'::error file=a.md,line=9,col=2,title=MB391 image-not-a-chart::Slide 1 shows the image 50%25 ::error::x, which is not a chart. Put the name of a chart of this deck there, in a paragraph of its own.',
	);
	expect(second).toContain('::warning file=b%2Cc.md,line=3,col=1,title=MB369 slide-empty::');
	expect(rest).toEqual(['']);
});

test('nothing for no problems', () => {
	expect(reportGithub([])).toBe('');
});
