// SPDX-License-Identifier: Apache-2.0
/// The first page.
package trilobite.ui.panel.welcome;
