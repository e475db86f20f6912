// SPDX-License-Identifier: Apache-2.0
/// The project's files.
package trilobite.ui.panel.project;
