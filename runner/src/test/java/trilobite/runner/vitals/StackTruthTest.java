// SPDX-License-Identifier: Apache-2.0
package trilobite.runner.vitals;

import static org.assertj.core.api.Assertions.assertThat;
import static trilobite.runner.Waiting.until;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import trilobite.model.guest.FrameRow;
import trilobite.model.guest.ThreadRow;
import trilobite.model.guest.Views;
import trilobite.model.inspect.Backtrace;
import trilobite.model.inspect.Printed;
import trilobite.model.inspect.Question;
import trilobite.model.inspect.ValueText;
import trilobite.model.reading.Measured;
import trilobite.model.reading.Reading;
import trilobite.model.run.RunState;
import trilobite.runner.debug.GuestTypes;
import trilobite.runner.process.Answer;
import trilobite.runner.profile.Profiles;

/// Backtraces and values beside those of a gdb that is attached to the same guest.
@Tag("qemu")
class StackTruthTest {

  /// The words that a switched-out thread has on its stack, as the kernel's switch.S leaves them.
  private static final List<String> SAVED =
      List.of("r15", "r14", "r13", "r12", "rbx", "rbp", "rip");

  @TempDir Path state;

  private TideGuest boot() throws Exception {
    var profiles = Profiles.load(Path.of("/nowhere"));
    var types = new GuestTypes(state.resolve("cache"), state, System.getenv());
    return new TideGuest(
        state, "q35", "64M", new RunObservers(() -> profiles, types, Chronicle.none()));
  }

  private static <A> Reading<A> ask(TideGuest tide, Question<A> question) {
    return switch (tide.guest.eyes().ask(question)) {
      case Measured.Known<A>(var reading) -> reading;
      case Measured.Unknown<A>(var reason) -> throw new AssertionError(reason.why());
    };
  }

  private static String calls(Backtrace trace) {
    return trace.frames().stream()
        .map(f -> f.function() + (f.line() > 0 ? " " + f.file() + ":" + f.line() : ""))
        .collect(Collectors.joining("\n"));
  }

  @Test
  void backtracesAreThoseOfAnAttachedGdb() throws Exception {
    try (var tide = boot()) {
      var eyes = tide.guest.eyes();
      until("opened", () -> eyes.see(Views.FRAMES).value().isPresent());
      assertThat(ask(tide, new Question.Stack("worker-2", false)).pauses()).isZero();
      var moving = ask(tide, new Question.Stack("", false));
      assertThat(moving.value().approximate()).isPresent();
      var exact = ask(tide, new Question.Stack("", true));
      assertThat(exact.pauses()).isEqualTo(1);
      assertThat(exact.value().approximate()).isEmpty();
      until("goes on", () -> tide.guest.status().state() == RunState.RUNNING);
      tide.guest.pause();
      until("paused", () -> tide.guest.status().state() == RunState.PAUSED);
      var threads = eyes.threads().value().orElseThrow().rows();
      var ours = new ArrayList<String>();
      for (var thread : threads) {
        var reading = ask(tide, new Question.Stack(Long.toString(thread.id()), true));
        assertThat(reading.pauses()).isZero();
        assertThat(reading.value().approximate()).isEmpty();
        ours.add(calls(reading.value()));
      }
      // Once the other gdb is gone the guest goes on.
      var rows = eyes.see(Views.FRAMES).value().orElseThrow().rows();
      assertThat(rows).noneMatch(FrameRow::approximate).hasSizeGreaterThan(threads.size() * 3);
      assertThat(ours).isEqualTo(gdb(tide, threads));
      assertThat(ours.toString()).contains("worker_main").contains("schedule");
    }
  }

  /// One after the other the threads' registers are put into the vCPU of the paused guest.
  private List<String> gdb(TideGuest tide, List<ThreadRow> threads) throws IOException {
    var socket = tide.session.runtimeFolder().resolve("stub");
    assertThat(tide.session.qmp().human("gdbserver unix:" + socket + ",server,nowait"))
        .contains("Waiting");
    var command = new ArrayList<>(List.of("gdb", "-nx", "-batch", "-q"));
    execute(command, "set width 0", "set print frame-arguments none");
    execute(command, "target remote " + socket);
    var running = threads.stream().filter(thread -> thread.state().equals("running")).toList();
    assertThat(running).hasSize(1);
    // The running one first, while the vCPU still has its registers.
    execute(command, "echo @" + running.getFirst().id() + "\\n", "bt");
    for (var thread : threads) {
      if (!thread.equals(running.getFirst())) {
        execute(command, "echo @" + thread.id() + "\\n");
        execute(command, "set $t = (struct thread *) " + thread.address());
        execute(command, "set $w = (unsigned long *) $t->sp");
        for (int i = 0; i < SAVED.size(); i++) {
          execute(command, "set $" + SAVED.get(i) + " = $w[" + i + "]");
        }
        execute(command, "set $rsp = (unsigned long) ($w + " + SAVED.size() + ")", "bt");
      }
    }
    command.add(tide.session.image().orElseThrow().toString());
    var said = Answer.of(command).output();
    var calls = new HashMap<String, String>();
    for (var part : said.substring(said.indexOf("\n@") + 2).split("\n@", -1)) {
      var lines = part.lines().toList();
      calls.put(
          lines.getFirst(),
          lines.stream()
              .filter(line -> line.startsWith("#"))
              .map(line -> line.replaceFirst("^#\\d+ +(0x[0-9a-f]+ in )?", ""))
              .map(line -> line.replaceFirst("^\\?\\?", ""))
              .map(line -> line.replaceFirst(" \\(.*?\\)( at (.*))?$", " $2").strip())
              .collect(Collectors.joining("\n")));
    }
    return threads.stream().map(t -> calls.getOrDefault(Long.toString(t.id()), "?")).toList();
  }

  private static void execute(List<String> command, String... lines) {
    for (var line : lines) {
      command.add("-ex");
      command.add(line);
    }
  }

  @Test
  void valuesAreThoseThatTheGuestTells() throws Exception {
    try (var tide = boot()) {
      until("opened", () -> tide.guest.eyes().ask(new Question.Print("1")).value().isPresent());
      assertThat(value(tide, "tide_heap.magic")).isEqualTo("1885431144 (0x70616568)");
      assertThat(value(tide, "tcp_listen_pcbs.listen_pcbs->local_port")).isEqualTo("80 (0x50)");
      assertThat(value(tide, "tide_current == (struct thread *) tide_current")).isEqualTo("1");
      var told = tide.truth("heap").get("total").asLong();
      assertThat(value(tide, "tide_heap.total")).startsWith(told + " ");
      var dump = ask(tide, new Question.Dump("tide_heap", java.util.OptionalLong.of(4), false));
      assertThat(dump.value().pieces().getFirst().bytes()).isEqualTo("68656170");
      assertThat(ask(tide, new Question.Find("&tide_threads", 0)).value().rows()).isNotEmpty();
    }
  }

  private static String value(TideGuest tide, String expression) {
    Printed printed = ask(tide, new Question.Print(expression)).value();
    return ValueText.of(
        printed.value().orElseThrow(() -> new AssertionError(printed.problem().toString())));
  }
}
