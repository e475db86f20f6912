// SPDX-License-Identifier: Apache-2.0
package trilobite.runner.eyes;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Collectors;
import trilobite.model.console.GuestText;
import trilobite.model.guest.Eyes;
import trilobite.model.guest.FrameRow;
import trilobite.model.guest.Listing;
import trilobite.model.guest.ThreadKind;
import trilobite.model.guest.ThreadRow;
import trilobite.model.guest.Views;
import trilobite.model.inspect.Backtrace;
import trilobite.model.inspect.Question;
import trilobite.model.reading.Measured;

/// Backtraces of a guest that has ended, from the frames that were read at its end. Variables were
/// not read then.
final class LastStacks {

  private static final String NONE = "the guest has ended, and its stacks were not read at its end";

  private LastStacks() {}

  static Measured<Backtrace> of(Eyes eyes, Question.Stack asked) {
    return switch (eyes.see(Views.FRAMES)) {
      case Measured.Unknown<Listing<FrameRow>> _ -> Measured.unknown(NONE);
      case Measured.Known<Listing<FrameRow>>(var reading) -> {
        var wanted = asked.thread().isEmpty() ? running(eyes) : Optional.of(asked.thread());
        var frames =
            reading.value().rows().stream()
                .filter(row -> wanted.filter(name -> named(row, name)).isPresent())
                .toList();
        yield frames.isEmpty()
            ? Measured.unknown("no stack of that thread was read when the guest ended")
            : Measured.of(reading.map(_ -> backtrace(frames)));
      }
    };
  }

  /// All of them as gdb prints backtraces, that of the running thread first; empty where none were
  /// read.
  static String text(Eyes eyes) {
    var rows = eyes.see(Views.FRAMES).value().map(Listing::rows).orElse(List.of());
    var threads =
        rows.stream()
            .collect(
                Collectors.groupingBy(FrameRow::threadId, LinkedHashMap::new, Collectors.toList()));
    var first = running(eyes).map(Long::valueOf);
    return threads.entrySet().stream()
        .sorted(Comparator.comparing(each -> !first.equals(Optional.of(each.getKey()))))
        .map(each -> text(backtrace(each.getValue()), first.equals(Optional.of(each.getKey()))))
        .collect(Collectors.joining("\n"));
  }

  private static String text(Backtrace stack, boolean running) {
    var head =
        "thread %d %s%s%s"
            .formatted(
                stack.thread().orElseThrow(),
                stack.name(),
                running ? ", running" : "",
                stack.approximate().map(why -> ", approximate: " + why).orElse(""));
    return GuestText.visible(head) + "\n" + GuestText.visible(stack.text()) + "\n";
  }

  private static Optional<String> running(Eyes eyes) {
    return eyes.threads().value().map(Listing::rows).orElse(List.of()).stream()
        .filter(row -> ThreadKind.of(row.state()) == ThreadKind.RUNNING)
        .findFirst()
        .map(ThreadRow::id)
        .map(String::valueOf);
  }

  private static boolean named(FrameRow row, String wanted) {
    return wanted.equals(Long.toString(row.threadId())) || wanted.equals(row.thread());
  }

  private static Backtrace backtrace(List<FrameRow> frames) {
    var first = frames.getFirst();
    return new Backtrace(
        OptionalLong.of(first.threadId()),
        first.thread(),
        frames.stream().map(LastStacks::frame).toList(),
        frames.stream().anyMatch(FrameRow::approximate)
            ? Optional.of("it ran while its stack was read")
            : Optional.empty(),
        Optional.empty());
  }

  private static Backtrace.Frame frame(FrameRow row) {
    return new Backtrace.Frame(
        row.level(),
        row.address(),
        row.function(),
        row.file(),
        row.line(),
        row.inlined(),
        List.of());
  }
}
