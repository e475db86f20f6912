// SPDX-License-Identifier: Apache-2.0
package trilobite.ui.panel.config;

import javafx.scene.Node;

/// A control of the form: a node that shows a text and tells when a person changed it.
///
/// @param show puts a value in without telling anyone; leaves a control alone whose value is equal,
///   so that the caret stays where it is
record Control(Node node, java.util.function.Consumer<String> show) {}
