// SPDX-License-Identifier: Apache-2.0
package trilobite.runner;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import trilobite.model.guest.Listing;
import trilobite.model.guest.SocketRow;
import trilobite.model.guest.View;
import trilobite.model.guest.Views;
import trilobite.model.inspect.Backtrace;
import trilobite.model.inspect.Question;
import trilobite.model.job.JobContext;
import trilobite.model.port.LaunchRequest;
import trilobite.model.port.LiveGuest;
import trilobite.model.reading.Measured.Known;

/// Debian's cloud kernel on a microvm, as the template builds it: its processes, sockets and memory
/// read from outside, beside what it prints of itself.
@Tag("qemu")
class LinuxGuestTest {

  private static final List<String> STATES =
      List.of(
          "",
          "ESTABLISHED",
          "SYN_SENT",
          "SYN_RCVD",
          "FIN_WAIT_1",
          "FIN_WAIT_2",
          "TIME_WAIT",
          "CLOSED",
          "CLOSE_WAIT",
          "LAST_ACK",
          "LISTEN",
          "CLOSING",
          "SYN_RCVD");

  private static final int TRIES = 20;

  /// RCU's own thread goes in there whenever the guest works, such as at looking at itself.
  private static final String MOVES = "rcu_gp_fqs_loop";

  private static final int COMM = 15;

  @RegisterExtension final OwnBench bench = new OwnBench();

  private Path built() throws Exception {
    var folder = bench.home().resolve("guest");
    run(
        bench.home(),
        "cp",
        "-R",
        Path.of("../resources/templates/linux-microvm").toRealPath() + "",
        "guest");
    var toml = folder.resolve("trilobite.toml");
    Files.writeString(toml, Files.readString(toml).replace("8080:80", "0:80"));
    run(folder, "make", "-s");
    return folder;
  }

  private static void run(Path folder, String... command) throws Exception {
    var process = new ProcessBuilder(command).directory(folder.toFile()).inheritIO().start();
    assertThat(process.waitFor()).as(String.join(" ", command)).isZero();
  }

  @Test
  void processesAndSocketsAreThoseThatTheGuestPrints() throws Exception {
    var guest =
        bench
            .workbench()
            .guests()
            .launch(new LaunchRequest(built(), "microvm", true, false), JobContext.unwatched());
    Waiting.until("ready", () -> guest.status().ready().isPresent());
    Waiting.until("eyes", () -> guest.eyes().see(Views.SOCKETS) instanceof Known);
    var console = new Shell(guest);
    // Nothing else in busybox waits for datagrams.
    console.say("printf 'interface eth0\\nstart 10.0.2.20\\nend 10.0.2.30\\n' >/tmp/dhcp");
    console.say("mkdir -p /var/lib/misc; touch /var/lib/misc/udhcpd.leases");
    console.say("udhcpd -f /tmp/dhcp >/dev/null 2>&1 &");
    Waiting.until(
        "datagrams are waited for", () -> console.sockets().toString().contains("udp *:67"));
    var port = guest.status().forwards().getFirst().hostPort();
    try (var first = new Socket(InetAddress.getLoopbackAddress(), port);
        var second = new Socket(InetAddress.getLoopbackAddress(), port)) {
      second.getOutputStream().write("GET /slow".getBytes(UTF_8));
      // QEMU says "connected" before the guest has heard of it.
      Waiting.until(
          "both connections in the guest",
          () -> sockets(guest).stream().filter(row -> row.endsWith("ESTABLISHED")).count() == 2);
      agree(() -> sockets(guest), console::sockets);
      assertThat(sockets(guest))
          .contains("tcp *:80 LISTEN", "udp *:67 0")
          .anyMatch(row -> row.matches("tcp 10.0.2.15:80 10.0.2.2:\\d+ ESTABLISHED"))
          .hasSizeGreaterThanOrEqualTo(4);
      agree(() -> owners(guest), console::owners);
      assertThat(owners(guest))
          .anyMatch(row -> row.matches("tcp \\*:80 - \\d+"))
          .anyMatch(row -> row.matches("tcp 10.0.2.15:80 10.0.2.2:\\d+ \\d+"))
          .anyMatch(row -> row.matches("udp \\*:67 - \\d+"));
      assertThat(see(guest, Views.LISTENERS))
          .anyMatch(row -> row.port() == 80 && row.thread().equals(Optional.of("httpd")));
      // A server that is stopped accepts nothing.
      console.say("kill -STOP $(pidof httpd)");
      Waiting.until(
          "it is stopped",
          () ->
              see(guest, Views.THREADS).stream()
                  .filter(row -> row.name().equals("httpd"))
                  .allMatch(row -> row.state().equals("stopped")));
      try (var third = new Socket(InetAddress.getLoopbackAddress(), port)) {
        Waiting.until("a connection that waits", () -> unaccepted(guest) == 1);
        assertThat(see(guest, Views.LISTENERS))
            .anyMatch(row -> row.port() == 80 && row.backlog().equals(OptionalLong.of(1)));
        agree(() -> owners(guest), console::owners);
        assertThat(third.isConnected()).isTrue();
      }
      console.say("kill -CONT $(pidof httpd)");
      Waiting.until("it was accepted", () -> unaccepted(guest) == 0);
      assertThat(first.isConnected()).isTrue();
    }
    agree(() -> processes(guest), console::processes);
    assertThat(processes(guest)).contains("1 init").anyMatch(row -> row.endsWith(" httpd"));
    agree(() -> stacks(guest), console::stacks);
    assertThat(stacks(guest)).contains("2 kthreadd ret_from_fork");
    assertThat(guest.eyes().ask(new Question.Stack("1", false)))
        .isInstanceOfSatisfying(
            Known.class,
            stack ->
                assertThat(((Backtrace) stack.reading().value()).text())
                    .startsWith("#0  __schedule")
                    .contains("do_syscall_64"));
    assertThat(see(guest, Views.THREADS))
        .anyMatch(row -> row.top().equals(Optional.of("inet_csk_accept")));
    new LinuxMemoryTruth(guest, console::tell).holds();
    guest.stop();
  }

  /// Both say the same at some time; what comes and goes between two looks is no difference.
  private static void agree(Supplier<Set<String>> ours, Supplier<Set<String>> theirs) {
    var seen = ours.get();
    var told = theirs.get();
    for (int tries = 1; tries < TRIES && !seen.equals(told); tries++) {
      seen = ours.get();
      told = theirs.get();
    }
    var both = new TreeSet<>(seen);
    both.retainAll(told);
    seen.removeAll(both);
    told.removeAll(both);
    assertThat(seen).as("seen from outside alone; told alone: " + told).isEmpty();
    assertThat(told).as("told by the guest alone").isEmpty();
    assertThat(both).isNotEmpty();
  }

  private static <R extends Record> List<R> see(LiveGuest guest, View<R> view) {
    return guest.eyes().see(view).value().map(Listing::rows).orElse(List.of());
  }

  private static Set<String> sockets(LiveGuest guest) {
    var all = new TreeSet<String>();
    see(guest, Views.LISTENERS)
        .forEach(
            row ->
                all.add(
                    row.protocol()
                        + " "
                        + row.local()
                        + (row.protocol().equals("tcp")
                            ? " LISTEN"
                            : " " + row.receiveQueue().orElse(-1))));
    see(guest, Views.SOCKETS).stream()
        .filter(row -> !row.halves().equals("host"))
        .forEach(row -> all.add("tcp %s %s %s".formatted(row.local(), row.remote(), row.state())));
    return all;
  }

  private static long unaccepted(LiveGuest guest) {
    return see(guest, Views.SOCKETS).stream().filter(SocketRow::inBacklog).count();
  }

  /// Who has which socket open; nobody has those that nobody accepted.
  private static Set<String> owners(LiveGuest guest) {
    var all = new TreeSet<String>();
    see(guest, Views.LISTENERS)
        .forEach(
            row ->
                row.threadId()
                    .ifPresent(id -> all.add(row.protocol() + " " + row.local() + " - " + id)));
    see(guest, Views.SOCKETS)
        .forEach(
            row ->
                row.threadId()
                    .ifPresent(
                        id -> all.add("tcp %s %s %d".formatted(row.local(), row.remote(), id))));
    return all;
  }

  /// Process numbers and names. The guest shows a worker's with what it works for, and all of a
  /// kernel thread's, of which its record has 15 characters.
  private static Set<String> processes(LiveGuest guest) {
    return see(guest, Views.THREADS).stream()
        .filter(row -> row.id() != 0)
        .map(row -> row.id() + " " + plain(row.name()))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  /// The functions of each process, the scheduler's left out, as the guest leaves them out. The
  /// shell is left out as well: it runs while it tells.
  private static Set<String> stacks(LiveGuest guest) {
    var all = new TreeMap<Long, StringBuilder>();
    for (var frame : see(guest, Views.FRAMES)) {
      var into = all.computeIfAbsent(frame.threadId(), _ -> new StringBuilder());
      boolean scheduler = frame.function().matches(".*schedule.*|do_nanosleep|" + MOVES);
      if (!frame.thread().equals("sh") && frame.threadId() != 0 && !scheduler) {
        into.append(into.isEmpty() ? frame.threadId() : "").append(' ').append(frame.function());
      }
    }
    return all.values().stream()
        .filter(text -> !text.isEmpty())
        .map(StringBuilder::toString)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static String plain(String name) {
    var own = name.replaceFirst("^(kworker/[^-+]*).*", "$1");
    return own.substring(0, Math.min(own.length(), COMM));
  }

  /// The guest's own shell.
  private static final class Shell {
    private final LiveGuest guest;
    private int asked;
    private long holder;

    Shell(LiveGuest guest) {
      this.guest = guest;
    }

    void say(String line) throws IOException {
      guest.type((line + "\r").getBytes(UTF_8));
    }

    /// What a command prints.
    List<String> tell(String command) throws Exception {
      int number = ++asked;
      // As typed, the marks are not what is printed.
      say("echo b''egin%d; %s; echo e''nd%d".formatted(number, command, number));
      Waiting.until("the shell", () -> text().contains("end" + number + "\n"));
      var text = text();
      return text.substring(
              text.indexOf("begin" + number + "\n"), text.indexOf("end" + number + "\n"))
          .lines()
          .skip(1)
          .toList();
    }

    private String text() {
      var all = new byte[(int) guest.console().length()];
      return new String(all, 0, guest.console().read(0, all), UTF_8).replace("\r", "");
    }

    Set<String> sockets() {
      try {
        var all = new TreeSet<String>();
        for (var line : tell("cat /proc/net/tcp /proc/net/tcp6")) {
          row(line, true).ifPresent(all::add);
        }
        for (var line : tell("cat /proc/net/udp /proc/net/udp6")) {
          row(line, false).ifPresent(all::add);
        }
        return all;
      } catch (Exception e) {
        throw new AssertionError(e);
      }
    }

    /// By the numbers of the sockets' inodes. Of several processes the first has it.
    Set<String> owners() {
      try {
        var holders = new HashMap<String, Long>();
        for (var line : tell("ls -l /proc/[0-9]*/fd 2>/dev/null | grep -E '^/proc|socket:'")) {
          if (line.startsWith("/proc")) {
            holder = Long.parseLong(line.split("/", 4)[2]);
          } else {
            holders.merge(line.replaceFirst(".*socket:\\[(\\d+)].*", "$1"), holder, Math::min);
          }
        }
        var all = new TreeSet<String>();
        for (var protocol : List.of("tcp", "udp")) {
          for (var line : tell("cat /proc/net/%s /proc/net/%s6".formatted(protocol, protocol))) {
            var words = line.strip().split("\\s+");
            if (words.length > 9 && words[0].matches("\\d+:") && holders.containsKey(words[9])) {
              var remote = words[2].endsWith(":0000") ? "-" : place(words[2]);
              all.add(
                  "%s %s %s %d"
                      .formatted(protocol, place(words[1]), remote, holders.get(words[9])));
            }
          }
        }
        return all;
      } catch (Exception e) {
        throw new AssertionError(e);
      }
    }

    Set<String> processes() {
      try {
        // The shell that asks lists itself only.
        return tell(
                "for p in /proc/[0-9]*; do read -r s 2>/dev/null < $p/stat && echo \"$s\"; done")
            .stream()
            .map(
                line ->
                    line.substring(0, line.indexOf(' '))
                        + " "
                        + plain(line.substring(line.indexOf('(') + 1, line.lastIndexOf(')'))))
            .collect(Collectors.toCollection(TreeSet::new));
      } catch (Exception e) {
        throw new AssertionError(e);
      }
    }

    Set<String> stacks() {
      try {
        // Read by the shell itself, so that no other process comes and goes for it.
        return tell(
                "for p in /proc/[0-9]*; do read -r c 2>/dev/null < $p/comm; [ \"$c\" = sh ] &&"
                    + " continue; s=${p#/proc/}; while read -r a f; do s=\"$s ${f%%+*}\"; done"
                    + " 2>/dev/null < $p/stack; echo \"$s\"; done")
            .stream()
            .map(line -> line.replace(" " + MOVES, ""))
            .filter(line -> line.contains(" "))
            .collect(Collectors.toCollection(TreeSet::new));
      } catch (Exception e) {
        throw new AssertionError(e);
      }
    }

    /// A line of `/proc/net`: number, local, remote, state in hexadecimal.
    private static Optional<String> row(String line, boolean tcp) {
      var words = new ArrayList<>(List.of(line.strip().split("\\s+")));
      if (words.size() < 5 || !words.getFirst().matches("\\d+:")) {
        return Optional.empty();
      }
      var state = STATES.get(Integer.parseInt(words.get(3), 16));
      var local = place(words.get(1));
      return Optional.of(
          !tcp
              ? "udp " + local + " " + Long.parseLong(words.get(4).split(":", 2)[1], 16)
              : state.equals("LISTEN")
                  ? "tcp " + local + " LISTEN"
                  : "tcp %s %s %s".formatted(local, place(words.get(2)), state));
    }

    /// Words of four bytes, each as a little-endian number, and the port.
    private static String place(String text) {
      var parts = text.split(":");
      var bytes = HexFormat.of().parseHex(parts[0]);
      for (int i = 0; i < bytes.length; i += 4) {
        for (int k = 0; k < 2; k++) {
          var swapped = bytes[i + k];
          bytes[i + k] = bytes[i + 3 - k];
          bytes[i + 3 - k] = swapped;
        }
      }
      var any = true;
      for (var each : bytes) {
        any &= each == 0;
      }
      var from = bytes.length - 4;
      var host =
          any
              ? "*"
              : "%d.%d.%d.%d"
                  .formatted(
                      bytes[from] & 255,
                      bytes[from + 1] & 255,
                      bytes[from + 2] & 255,
                      bytes[from + 3] & 255);
      return host + ":" + Integer.parseInt(parts[1], 16);
    }
  }
}
