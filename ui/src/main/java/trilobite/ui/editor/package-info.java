// SPDX-License-Identifier: Apache-2.0

/// The text editor: a frame around RichTextFX and components that install themselves into it.
package trilobite.ui.editor;
