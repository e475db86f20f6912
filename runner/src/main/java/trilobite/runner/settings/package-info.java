// SPDX-License-Identifier: Apache-2.0

/// Settings and remembered layout in one file.
package trilobite.runner.settings;
