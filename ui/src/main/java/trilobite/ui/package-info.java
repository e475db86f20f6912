// SPDX-License-Identifier: Apache-2.0

/// The window's entry and the contract that panels keep.
package trilobite.ui;
