// SPDX-License-Identifier: Apache-2.0

/// The history: every run with its verdict, to be opened again or deleted.
package trilobite.ui.panel.runs;
