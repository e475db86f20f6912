// SPDX-License-Identifier: Apache-2.0
package trilobite.model.guest;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// All views of a guest: one line each.
public final class Views {

  private static final Map<String, View<?>> ALL = new LinkedHashMap<>();

  public static final View<ThreadRow> THREADS =
      add("threads", ThreadRow.class, "threads, in the kernel's order");
  public static final View<HeapRow> ALLOCATORS =
      add("allocators", HeapRow.class, "heap allocators with their own statistics");
  public static final View<PacketRow> PACKETS =
      add("packets", PacketRow.class, "the newest packets, in the order in which they passed");
  public static final View<FlowRow> FLOWS =
      add("flows", FlowRow.class, "connections and conversations, as their packets tell them");
  public static final View<RefusalRow> REFUSALS =
      add("refusals", RefusalRow.class, "how TCP ports answered who wanted to connect");
  public static final View<MemoryLevelRow> MEMORY_LADDER =
      add("memory_ladder", MemoryLevelRow.class, "from memory given to memory in use");
  public static final View<MemoryRegionRow> MEMORY_MAP =
      add("memory_map", MemoryRegionRow.class, "physical memory and what lies where");
  public static final View<AllocationRow> ALLOCATIONS =
      add("allocations", AllocationRow.class, "live heap blocks by size");
  public static final View<AllocationSiteRow> ALLOCATION_SITES =
      add("allocation_sites", AllocationSiteRow.class, "live heap blocks by who asked for them");
  public static final View<VcpuRow> VCPUS =
      add("vcpus", VcpuRow.class, "virtual CPUs and what each is doing");
  public static final View<DriveRow> DRIVES =
      add("drives", DriveRow.class, "drives by QEMU's own counters");
  public static final View<DriveLatencyRow> DRIVE_LATENCY =
      add("drive_latency", DriveLatencyRow.class, "how long the drives' requests took");
  public static final View<DriveSlowRow> DRIVE_SLOWEST =
      add("drive_slowest", DriveSlowRow.class, "the drives' slowest requests, and when they ended");
  public static final View<DriveHistoryRow> DRIVE_HISTORY =
      add(
          "drive_history",
          DriveHistoryRow.class,
          "requests by how long they took, look by look, since the run began");
  public static final View<InterfaceRow> INTERFACES =
      add("interfaces", InterfaceRow.class, "network cards, their packets and queues");
  public static final View<SymbolRow> SYMBOLS =
      add("symbols", SymbolRow.class, "functions and variables of the guest's program");
  public static final View<ConsoleRow> CONSOLE =
      add("console", ConsoleRow.class, "the last lines of the serial console");
  public static final View<EventRow> EVENTS =
      add("events", EventRow.class, "what happened to the run");
  public static final View<VitalRow> VITALS =
      add("vitals", VitalRow.class, "newest samples of CPU, memory, network and disk");

  public static final View<ListenerRow> LISTENERS =
      add("listeners", ListenerRow.class, "sockets that wait for connections");
  public static final View<SocketRow> SOCKETS =
      add("sockets", SocketRow.class, "connections, with their other half on the host");
  public static final View<CounterRow> NETWORK_COUNTERS =
      add("network_counters", CounterRow.class, "what the network stack counts for all sockets");

  public static final View<FrameRow> FRAMES =
      add(
          "frames",
          FrameRow.class,
          "calls on the threads' stacks; reading them takes gdb a second");

  private Views() {}

  private static <R extends Record> View<R> add(String name, Class<R> row, String about) {
    var view = View.of(name, row, about);
    ALL.put(name, view);
    return view;
  }

  public static List<View<?>> all() {
    return List.copyOf(ALL.values());
  }

  public static Optional<View<?>> named(String name) {
    return Optional.ofNullable(ALL.get(name));
  }
}
