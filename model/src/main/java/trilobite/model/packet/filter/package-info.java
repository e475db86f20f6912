// SPDX-License-Identifier: Apache-2.0

/// Filters over packets, in tcpdump's words and by columns.
package trilobite.model.packet.filter;
