// SPDX-License-Identifier: Apache-2.0

/// The column of graphs: what the guest uses, on one time axis.
package trilobite.ui.panel.vitals;
