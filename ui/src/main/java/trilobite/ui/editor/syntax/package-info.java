// SPDX-License-Identifier: Apache-2.0

/// Colours for C, TOML and Makefiles; pure.
package trilobite.ui.editor.syntax;
