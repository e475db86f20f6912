// SPDX-License-Identifier: Apache-2.0
package trilobite.model.why;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.Collectors;
import trilobite.model.guest.ListenerRow;
import trilobite.model.guest.ThreadRow;
import trilobite.model.why.Chain.Kind;
import trilobite.model.why.Chain.Step;

/// Why a listener is full: from its queue to the thread that should accept, to what that waits for,
/// to its holder, and so on.
public final class FullListener {

  private static final int MOST_STEPS = 16;
  private static final int MOST_NAMES = 3;

  private final ListenerRow listener;
  private final Map<Long, ThreadRow> threads = new HashMap<>();
  private final List<Step> steps = new ArrayList<>();
  private final Set<Long> seen = new HashSet<>();

  private FullListener(ListenerRow listener, List<ThreadRow> all) {
    this.listener = listener;
    all.forEach(thread -> threads.put(thread.id(), thread));
  }

  /// @param threads of the same guest, read about the same time; none where they are not known
  public static Chain explain(ListenerRow listener, List<ThreadRow> threads) {
    return new FullListener(listener, threads).chain();
  }

  private Chain chain() {
    steps.add(new Step(Kind.FINDING, name(), queue(), OptionalLong.empty()));
    if (!listener.full()) {
      return end("It is not full: it takes further connections.", false);
    }
    if (listener.threadId().isEmpty()) {
      return end(
          "Which thread should accept is not known: none was seen to wait for this socket.", false);
    }
    var id = listener.threadId().getAsLong();
    var acceptor = threads.get(id);
    if (acceptor == null) {
      return end(
          "%s should accept, and has ended.".formatted(listener.thread().orElse("?")), false);
    }
    return follow(acceptor);
  }

  private Chain follow(ThreadRow acceptor) {
    var thread = acceptor;
    var kind = Kind.WAITS;
    while (true) {
      if (!seen.add(thread.id())) {
        return end(
            "%s waits for itself: a deadlock, which only a restart ends.".formatted(thread.name()),
            true);
      }
      if (steps.size() >= MOST_STEPS) {
        return end("It goes on: stopped after " + MOST_STEPS + " steps.", false);
      }
      steps.add(new Step(kind, thread.name(), detail(kind, thread), OptionalLong.of(thread.id())));
      var holder =
          thread.holderId().isPresent() ? threads.get(thread.holderId().getAsLong()) : null;
      if (holder == null) {
        return last(thread);
      }
      thread = holder;
      kind = Kind.HOLDS;
    }
  }

  private Chain last(ThreadRow thread) {
    if (thread.waitsFor().isEmpty()) {
      return end("%s is %s: nothing holds it up.".formatted(thread.name(), thread.state()), false);
    }
    if (thread.holder().isPresent()) {
      return end("%s, which holds it, has ended.".formatted(thread.holder().get()), false);
    }
    likely(thread).ifPresent(steps::add);
    return end(
        "Nobody holds %s: %s waits until it is signalled."
            .formatted(thread.waitsFor().get(), thread.name()),
        false);
  }

  /// Threads that all wait for one lock are likely those whose work is missed.
  private Optional<Step> likely(ThreadRow waiting) {
    var groups =
        threads.values().stream()
            .filter(thread -> thread.holderId().isPresent() && !seen.contains(thread.id()))
            .filter(thread -> thread.id() != waiting.id())
            .filter(thread -> !seen.contains(thread.holderId().getAsLong()))
            .collect(Collectors.groupingBy(thread -> thread.waitsFor().orElse("?")));
    return groups.entrySet().stream()
        .max(
            Comparator.<Map.Entry<String, List<ThreadRow>>>comparingInt(e -> e.getValue().size())
                .thenComparing(Map.Entry::getKey))
        .map(
            group ->
                new Step(
                    Kind.LIKELY,
                    names(group.getValue()),
                    "%s for %s, held by %s"
                        .formatted(
                            group.getValue().size() == 1 ? "waits" : "wait",
                            group.getKey(),
                            group.getValue().getFirst().holder().orElse("?")),
                    group.getValue().getFirst().holderId()));
  }

  private String detail(Kind kind, ThreadRow thread) {
    var doing =
        thread.waitsFor().map(what -> "waits for " + what).orElse("is " + thread.state())
            + thread.top().map(top -> " in " + top).orElse("");
    var others = others(thread);
    var also =
        others.isEmpty() ? "" : (others.size() == 1 ? ", as does " : ", as do ") + names(others);
    return (kind == Kind.HOLDS ? "holds it, " : "") + doing + also;
  }

  /// Those that wait for the same held thing.
  private List<ThreadRow> others(ThreadRow thread) {
    return thread.holderId().isEmpty()
        ? List.of()
        : threads.values().stream()
            .filter(other -> other.id() != thread.id() && !seen.contains(other.id()))
            .filter(
                other ->
                    other.holderId().equals(thread.holderId())
                        && other.waitsFor().equals(thread.waitsFor()))
            .toList();
  }

  private static String names(List<ThreadRow> threads) {
    var some =
        threads.stream()
            .sorted(Comparator.comparingLong(ThreadRow::id))
            .limit(MOST_NAMES)
            .map(ThreadRow::name)
            .collect(Collectors.joining(", "));
    return threads.size() > MOST_NAMES ? some + " and " + (threads.size() - MOST_NAMES) : some;
  }

  private String name() {
    return ":" + listener.port();
  }

  private String queue() {
    if (full(listener.backlog(), listener.backlogLimit())) {
      return queue("backlog", listener.backlog(), listener.backlogLimit());
    }
    if (full(listener.mailbox(), listener.mailboxLimit())) {
      return queue("accept mailbox", listener.mailbox(), listener.mailboxLimit());
    }
    return listener.limit().isEmpty()
        ? ""
        : queue(
            listener.backlogLimit().isPresent() ? "backlog" : "accept mailbox",
            listener.waiting(),
            listener.limit());
  }

  private static boolean full(OptionalLong used, OptionalLong limit) {
    return used.isPresent() && limit.isPresent() && used.getAsLong() >= limit.getAsLong();
  }

  private static String queue(String what, OptionalLong used, OptionalLong limit) {
    return "%s %d / %d".formatted(what, used.orElse(0), limit.orElse(0));
  }

  private Chain end(String sentence, boolean deadlock) {
    return new Chain(
        (listener.full() ? "Why %s is full" : "Whether %s is full").formatted(name()),
        List.copyOf(steps),
        sentence,
        deadlock);
  }
}
