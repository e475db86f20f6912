// SPDX-License-Identifier: Apache-2.0
package trilobite.runner.relay;

/// What passed the relay since the run began. Exact: each frame is counted once, when it was handed
/// on. rx is towards the guest; bytes are those of Ethernet frames.
///
/// @param drops frames that the relay did not hand on, in either direction
public record RelayCounters(
    long rxPackets, long txPackets, long rxBytes, long txBytes, long drops) {}
