// SPDX-License-Identifier: Apache-2.0

/// Asks the guest's own interface, below any forward, and shows where answers die.
package trilobite.ui.panel.reach;
