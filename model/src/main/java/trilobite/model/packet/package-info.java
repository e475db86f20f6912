// SPDX-License-Identifier: Apache-2.0

/// Packets of a guest's network as they were captured, and the port through which they are read.
package trilobite.model.packet;
