// SPDX-License-Identifier: Apache-2.0

/// Makes a project from a template.
package trilobite.ui.panel.newproject;
