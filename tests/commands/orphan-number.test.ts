import { expect, test } from 'vitest';
import { copyExample, newPlace } from './command-line.js';

/** Both decks use it. */
const PARTIAL = 'templates/partials/statements.md.hbs';
const TYPED = '{{#each (top rows most)}}\n- **{{label}}.** {{text}} That is 42 in all.\n{{/each}}\n';

test('a number typed into a template stops check and build, is said once, and nothing is written', async () => {
	const place = newPlace();
	copyExample(place, 'curlew');
	expect((await place.run('build curlew --format html')).code).toBe(0);
	const before = place.hashes('output');
	place.write(PARTIAL, TYPED);

	for (const command of ['check curlew', 'build curlew --format html']) {
		const { code, stderr } = await place.run(command);
		expect(code).toBe(1);
		expect(stderr).toContain(`error MB350  number-typed-in-template   ${PARTIAL}:2:35`);
		expect(stderr).toContain('2 | - **{{label}}.** {{text}} That is 42 in all.');
		expect(stderr).toContain('1 error. Nothing was written.');
	}
	expect(place.hashes('output')).toEqual(before);
});

test('a metric with a digit in its name is no figure, in a chart neither', async () => {
	const place = newPlace();
	copyExample(place, 'curlew');
	const file = 'curlew/benchmarks.yaml';
	place.write(file, place.read(file).replace('metric: word error rate', 'metric: pass@1'));
	expect(await place.run('build curlew --format html')).toMatchObject({ code: 0 });
});
