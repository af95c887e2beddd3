import { describe, expect, test } from 'vitest';
import { ATLAS, check, checkAtlas, errorsIn } from './atlas.js';
import { BAD_EVIDENCE } from './bad-evidence.js';
import { OPTIONS } from './fixtures.js';

describe('one mistake, one message', () => {
	test('the sound brief is sound', () => {
		const { evidence, carets } = check(ATLAS, OPTIONS);
		expect(carets).toEqual([]);
		expect(evidence).toBeDefined();
	});

	test.each(BAD_EVIDENCE)('$row $what', ({ files, says }) => {
		const { diagnostics, carets, evidence } = checkAtlas(files, OPTIONS);
		expect(carets).toEqual(says);
		expect(evidence === undefined).toBe(errorsIn(diagnostics).length > 0);
	});
});
