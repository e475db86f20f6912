// SPDX-License-Identifier: Apache-2.0
package planted.ui.panel.first;

/// Breaks panels-are-strangers.
public record KnowsItsNeighbour(planted.ui.panel.second.Neighbour neighbour) {}
