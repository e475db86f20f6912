// SPDX-License-Identifier: Apache-2.0

/// Options of a build, read from a project's own files into tables and written back.
package trilobite.runner.option;
