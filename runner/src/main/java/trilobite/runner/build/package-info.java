// SPDX-License-Identifier: Apache-2.0

/// Builds: the command, its output turned into progress and problems, the record, the last good
/// image.
package trilobite.runner.build;
