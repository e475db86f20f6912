// SPDX-License-Identifier: Apache-2.0

/// Endless lines on a canvas: a feed that reads a console in the background, and the view that
/// draws the rows in sight. Serial console and build output share it.
package trilobite.ui.console;
