// SPDX-License-Identifier: Apache-2.0

/// The palette: everything by its name, from the keyboard.
package trilobite.ui.palette;
