// SPDX-License-Identifier: Apache-2.0
/// Answers SQL: a database in memory made for one query, filled with the tables that it names.
@NullMarked
package trilobite.runner.query;

import org.jspecify.annotations.NullMarked;
