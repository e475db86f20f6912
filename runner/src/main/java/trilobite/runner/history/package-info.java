// SPDX-License-Identifier: Apache-2.0
/// Runs of the past: one SQLite file with a row a run and its graphs, beside the runs' own folders.
/// Several processes write to it at once, and any of them may be killed at any moment.
@NullMarked
package trilobite.runner.history;

import org.jspecify.annotations.NullMarked;
