// SPDX-License-Identifier: Apache-2.0
/// The page of settings.
package trilobite.ui.panel.settings;
