// What does not fit is named with the line that made it.

import { expect, test } from 'vitest';
import { disk } from '../../src/effects/files.js';
import { findBrowser } from '../../src/effects/find-browser.js';
import { testMachine } from '../effects/support.js';
import { copyExample, newPlace } from './command-line.js';

const hasOne = (await findBrowser(testMachine(), disk)).value !== undefined;

const STORYLINE = `executive-brief:
  summary:
    headline: ${'The errors fell in wind and in engines and everywhere else on board and '.repeat(2)}among all who talked over the radio at sea
`;
const LONG_LIST = `{{#heading}}Many{{/heading}}

<div class="body">

{{#each timeline.events}}
- {{label}}
{{/each}}
${'- typed\n'.repeat(30)}
</div>
`;

test.runIf(hasOne)(
	'in the storyline, in a template and in a partial, by check and by build alike',
	async () => {
		const place = newPlace();
		copyExample(place, 'curlew');
		place.write('curlew/storyline.yaml', STORYLINE);
		place.write('templates/executive-brief/slides/timeline.md.hbs', LONG_LIST);
		place.write('templates/partials/sentences.md.hbs', `\n\n${'- more\n'.repeat(30)}`);
		place.write(
			'templates/executive-brief/slides/variants.md.hbs',
			'# Many\n\n<div class="body">\n\n{{> partials/sentences}}\n\n</div>\n',
		);
		const found = async (command: string) => {
			const { stdout } = await place.run(`${command} curlew --deck executive-brief --json`);
			const { diagnostics } = JSON.parse(stdout) as {
				diagnostics: {
					code: string;
					location: { file: string; line: number };
					also: { location: { file: string } }[];
				}[];
			};
			return diagnostics
				.filter(({ code }) => code === 'MB361')
				.map(({ location: { file, line }, also = [] }) =>
					[file, line, ...also.map((one) => one.location.file.replace(/.*\/templates/, 'templates'))].join(
						' ',
					),
				);
		};
		const places = [
			'curlew/storyline.yaml 3 templates/executive-brief/slides/summary.md.hbs',
			'templates/executive-brief/slides/timeline.md.hbs 13',
			'templates/partials/sentences.md.hbs 12',
		];
		expect(await found('check')).toEqual(places);
		expect(await found('build')).toEqual(places);
	},
	60_000,
);

test.runIf(hasOne)(
	'what does not fit stops check and build, unless it may be continued',
	async () => {
		const place = newPlace();
		copyExample(place, 'curlew');
		place.write('templates/executive-brief/slides/timeline.md.hbs', LONG_LIST);
		const checked = await place.run('check curlew --deck executive-brief');
		expect(checked.code).toBe(1);
		expect(checked.stderr).toMatch(
			/error MB361 {2}slide-overflows {3}templates\/executive-brief\/slides\/timeline\.md\.hbs:\d+:1/,
		);
		const built = await place.run('build curlew --deck executive-brief');
		expect(built.code).toBe(1);
		expect(built.stderr).toContain('Nothing was written.');
		expect(place.has('output/curlew')).toBe(false);

		expect(await place.run('check curlew --deck executive-brief --fit split')).toMatchObject({
			code: 0,
			stderr: expect.not.stringContaining('MB'),
		});
		expect((await place.run('build curlew --deck executive-brief --fit split --format html')).code).toBe(0);
		const markdown = place.read('output/curlew/executive-brief.md');
		expect(markdown).toMatch(/^## Many \(2 of \d\)$/m);
		expect(markdown.match(/^- typed$/gm)).toHaveLength(30);
	},
	60_000,
);

test.runIf(hasOne)(
	'an item that is larger than a slide cannot be continued, and the fix does not ask for it',
	async () => {
		const place = newPlace();
		copyExample(place, 'curlew');
		const item = `- top\n${'  - below it\n'.repeat(30)}`;
		place.write(
			'templates/executive-brief/slides/timeline.md.hbs',
			`## Nested\n\n<div class="body">\n\n- first\n${item}- last\n\n</div>\n`,
		);
		const { code, stderr } = await place.run('check curlew --deck executive-brief --fit split');
		expect(code).toBe(1);
		expect(stderr).toMatch(/error MB361 .*timeline\.md\.hbs:\d+/);
		expect(stderr).toContain('“Nested (2 of 3)”');
		expect(stderr).toContain('fix   Items and rows move to the next slide whole');
	},
	60_000,
);

test.runIf(hasOne)(
	'labels that a chart cuts off stop a build, with the line that asks for the chart',
	async () => {
		const place = newPlace();
		copyExample(place, 'curlew');
		place.write(
			'templates/executive-brief/slides/timeline.md.hbs',
			'# When\n\n<div class="body">\n\n{{chart timeline.chart width=300 height=120}}\n\n</div>\n',
		);
		const { code, stderr } = await place.run('build curlew --deck executive-brief');
		expect(code).toBe(1);
		expect(stderr).toContain(
			'error MB378  chart-label-cut   templates/executive-brief/slides/timeline.md.hbs:5:1',
		);
		expect(stderr).toMatch(/the label “\S+” and \d+ more are\s+cut off/);
		expect(place.has('output/curlew')).toBe(false);
	},
	60_000,
);

test('a chart that is too small for its rows is said where the template gives its size', async () => {
	const place = newPlace();
	copyExample(place, 'curlew');
	const template = 'templates/executive-brief/slides/gains.md.hbs';
	place.write(template, '# Gains\n\n{{chart gains.chart width=600 height=40}}\n');
	const { stderr } = await place.run('build curlew --deck executive-brief --format html');
	expect(stderr).toContain(`warning MB314  chart-too-small   ${template}:3:1`);
});
