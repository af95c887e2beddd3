// Which claims speak of the same thing in the same way as what is printed.

import type { Dissent } from './finding.js';

/** Said of something else: another unit, another setup, another name. */
export const isIncomparable = ({ cause }: Dissent) => ['unit', 'setup', 'benchmark'].includes(cause);
