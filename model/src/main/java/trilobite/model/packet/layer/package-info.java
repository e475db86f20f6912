// SPDX-License-Identifier: Apache-2.0

/// A decoded packet as a tree of layers and fields, each with its bytes, and what builds one.
package trilobite.model.packet.layer;
