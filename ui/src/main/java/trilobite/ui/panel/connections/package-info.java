// SPDX-License-Identifier: Apache-2.0
/// The Connections panel: listeners, connections with their other ends on the host, and why a
/// listener is full.
@org.jspecify.annotations.NullMarked
package trilobite.ui.panel.connections;
