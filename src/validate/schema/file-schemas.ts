// Which schema checks which file.

import type { z } from 'zod';
import type { EvidenceFileName } from '../../diagnostics/evidence-tree.js';
import { benchmarksSchema } from './benchmarks.js';
import { briefSchema } from './brief.js';
import { figuresSchema } from './figures.js';
import { modelsSchema } from './models.js';
import { resultsSchema } from './results.js';
import { rulingsSchema } from './rulings.js';
import { safetySchema } from './safety.js';
import { sourcesSchema } from './sources.js';
import { statementsSchema } from './statements.js';
import { storylineSchema } from './storyline.js';
import { timelineSchema } from './timeline.js';

export const FILE_SCHEMAS = {
	'brief.yaml': briefSchema,
	'sources.yaml': sourcesSchema,
	'models.yaml': modelsSchema,
	'benchmarks.yaml': benchmarksSchema,
	'results.yaml': resultsSchema,
	'figures.yaml': figuresSchema,
	'safety.yaml': safetySchema,
	'timeline.yaml': timelineSchema,
	'statements.yaml': statementsSchema,
	'rulings.yaml': rulingsSchema,
	'storyline.yaml': storylineSchema,
} as const satisfies Record<EvidenceFileName, z.ZodType>;

/** What a file holds once its shape is right. */
export type FileContent = { [Name in EvidenceFileName]: z.infer<(typeof FILE_SCHEMAS)[Name]> };
