// The field types that all files share. A refinement names its diagnostic in `params`; explain-issue.ts reads it there.

import { z } from 'zod';
import { DAY_PATTERN, ISO_PATTERN, isIsoDate, isIsoDay } from '../dates.js';
import { hasBidiControl, hasMarkStack, hasVisibleText } from '../text-checks.js';
import { urlProblem } from '../url-problem.js';

const NAME_LIMIT = 200;
const TEXT_LIMIT = 1_000;
const NOTE_LIMIT = 3_000;

const ID = /^[a-z0-9][a-z0-9.-]*$/;
const KEY = /^[a-z0-9][a-z0-9.-]*(\/[a-z0-9][a-z0-9.-]*)?$/;

function printed(limit: number) {
	return z
		.string()
		.min(1)
		.max(limit)
		.refine((text) => text === '' || hasVisibleText(text), { params: { code: 'MB206' } })
		.refine((text) => !hasBidiControl(text), { params: { code: 'MB208' } })
		.refine((text) => !hasMarkStack(text), { params: { code: 'MB209' } });
}

/** A name, a label, a heading. */
export const name = () => printed(NAME_LIMIT);
/** A sentence or two. */
export const sentence = () => printed(TEXT_LIMIT);
/** What a presenter says. */
export const speech = () => printed(NOTE_LIMIT);

/** The id of the thing itself. */
/** Of a talk. */
export const minutes = () => z.number().min(0.1).max(600);

export const id = () => z.string().max(100).regex(ID);
/** A reference to something by its id. */
export const reference = () => z.string().min(1).max(NAME_LIMIT);
/** A reference to a topic: an id, or `<benchmark>/<model>` for a result. */
export const topicKey = () => z.string().max(NAME_LIMIT).regex(KEY);

/** A full day. */
export const day = () =>
	z
		.string()
		.refine(isIsoDay, { params: { code: 'MB212', precision: 'day' } })
		.meta({ pattern: DAY_PATTERN });

/** A year, a month or a day. */
export const isoDate = () =>
	z
		.string()
		.refine(isIsoDate, { params: { code: 'MB212', precision: 'any' } })
		.meta({ pattern: ISO_PATTERN });

export const url = () =>
	z
		.string()
		.max(2_000)
		.refine((text) => urlProblem(text) === undefined, { params: { code: 'MB211' } })
		.meta({ format: 'uri', pattern: '^https?://' });

/** One or several: `x` or `[x, y]`. */
export function oneOrMore<T extends z.ZodType>(item: T) {
	return z.union([item, z.array(item).min(1)]);
}
