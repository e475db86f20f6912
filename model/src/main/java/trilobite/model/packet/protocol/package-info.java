// SPDX-License-Identifier: Apache-2.0

/// The protocols that packets are decoded by, one file each, and the decoder that chains them.
package trilobite.model.packet.protocol;
