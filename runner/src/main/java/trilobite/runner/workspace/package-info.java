// SPDX-License-Identifier: Apache-2.0

/// The files of a project: tree, editor, differences, changes by others.
package trilobite.runner.workspace;
