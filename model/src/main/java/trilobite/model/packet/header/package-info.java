// SPDX-License-Identifier: Apache-2.0

/// What lists, filters and flows need of a packet's headers, found in one quick pass.
package trilobite.model.packet.header;
