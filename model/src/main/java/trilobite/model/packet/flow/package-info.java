// SPDX-License-Identifier: Apache-2.0

/// What packets tell together: connections, their troubles, and what ports refuse.
package trilobite.model.packet.flow;
