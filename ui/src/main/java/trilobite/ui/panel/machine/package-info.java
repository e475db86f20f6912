// SPDX-License-Identifier: Apache-2.0

/// What this machine has, lacks and can run.
package trilobite.ui.panel.machine;
