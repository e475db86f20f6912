// SPDX-License-Identifier: Apache-2.0

/// Packets for other programs.
package trilobite.model.packet.export;
