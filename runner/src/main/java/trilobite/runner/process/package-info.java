// SPDX-License-Identifier: Apache-2.0

/// Starting and ending other programs.
package trilobite.runner.process;
