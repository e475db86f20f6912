// SPDX-License-Identifier: Apache-2.0
package planted.ui.panel.second;

/// Lives beside the panel that breaks panels-are-strangers.
public record Neighbour(String title) {}
