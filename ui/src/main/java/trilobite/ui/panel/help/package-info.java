// SPDX-License-Identifier: Apache-2.0
/// The page of help.
package trilobite.ui.panel.help;
