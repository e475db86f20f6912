// SPDX-License-Identifier: Apache-2.0
package trilobite.model.vitals;

import trilobite.model.time.SeriesInfo;

/// The series that every run records where its guest has them.
public enum Vital {
  CPU("cpu", "CPU", "percent of one host core", false),
  MEMORY_ASSIGNED("memory.assigned", "assigned", "bytes", false),
  MEMORY_TOUCHED("memory.touched", "touched", "bytes", false),
  HEAP_USED("memory.heap_used", "heap used", "bytes", false),
  NET_RX_PACKETS("net.rx_packets", "received", "packets", true),
  NET_TX_PACKETS("net.tx_packets", "sent", "packets", true),
  NET_RX_BYTES("net.rx_bytes", "received", "bytes", true),
  NET_TX_BYTES("net.tx_bytes", "sent", "bytes", true),
  NET_DROPS("net.drops", "dropped", "packets", true),
  DISK_READ_BYTES("disk.read_bytes", "read", "bytes", true),
  DISK_WRITTEN_BYTES("disk.written_bytes", "written", "bytes", true),
  DISK_READS("disk.reads", "reads", "requests", true),
  DISK_WRITES("disk.writes", "writes", "requests", true),
  DISK_FLUSHES("disk.flushes", "flushes", "requests", true);

  private final String id;
  private final String title;
  private final String unit;
  private final boolean cumulative;

  Vital(String id, String title, String unit, boolean cumulative) {
    this.id = id;
    this.title = title;
    this.unit = unit;
    this.cumulative = cumulative;
  }

  public SeriesInfo info() {
    return new SeriesInfo(id, title, unit, cumulative);
  }
}
