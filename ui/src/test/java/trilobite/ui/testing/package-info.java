// SPDX-License-Identifier: Apache-2.0

/// For tests of the window and its panels: fakes of every port, and pictures to compare.
package trilobite.ui.testing;
