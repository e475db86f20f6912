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
