// SPDX-License-Identifier: Apache-2.0
package trilobite.app.verb;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import trilobite.model.guest.Views;
import trilobite.model.packet.filter.FilterException;
import trilobite.model.packet.filter.PacketFilter;
import trilobite.model.reading.Measured;
import trilobite.model.time.HostClock;

/// `trilobite tcpdump`.
@Command(
    name = "tcpdump",
    description =
        "Packets of a guest, running or past, or of a file: lists, follows, filters, writes"
            + " pcapng.")
final class TcpdumpVerb implements Callable<Integer> {
  private static final int BEAT_MILLIS = 100;
  private static final Set<String> HIDDEN = Set.of("first_packet", "last_packet", "before");

  private final Env env;

  @Mixin private GuestChoice guest = new GuestChoice();

  @Option(
      names = "-c",
      paramLabel = "N",
      description = "at most N packets: the newest, or with --follow the next")
  private Optional<Long> count = Optional.empty();

  @Option(names = "-w", paramLabel = "F", description = "writes pcapng to a file, or to -")
  private Optional<String> file = Optional.empty();

  @Option(
      names = "-r",
      paramLabel = "F",
      description = "packets of a pcap or pcapng file, whoever wrote it, instead of a guest's")
  private Optional<String> from = Optional.empty();

  @Option(
      names = {"-f", "--follow", "--watch"},
      description = "packets from now on, until the guest ends")
  private boolean follow;

  @Option(names = "--flows", description = "connections instead of packets")
  private boolean flows;

  @Option(
      names = "--stream",
      paramLabel = "ID",
      description = "what both ends of a connection said; IDs are those of --flows")
  private Optional<Long> stream = Optional.empty();

  @Option(names = "--json", description = "one JSON object a reading")
  private boolean json;

  /// Names are never looked up, so what every hand types is true already.
  @Option(
      names = {"-n", "-nn"},
      hidden = true)
  @SuppressWarnings("UnusedVariable")
  private boolean numbers;

  @Parameters(
      paramLabel = "FILTER",
      arity = "0..*",
      description = "as tcpdump's: tcp port 80 and not arp; or by column: info:tides")
  private List<String> words = List.of();

  TcpdumpVerb(Env env) {
    this.env = env;
  }

  @Override
  public Integer call() throws Exception {
    if (count.filter(most -> most < 1).isPresent()) {
      throw new VerbException(Exit.USAGE, "-c takes 1 or more");
    }
    var filter = filter();
    var source = source();
    if (stream.isPresent()) {
      return new StreamAnswer(env, source, json).print(stream.get());
    }
    if (flows) {
      return flows(source);
    }
    return file.isPresent() ? export(source, filter, file.get()) : list(source, filter);
  }

  private PacketSource source() throws IOException {
    if (from.isEmpty()) {
      return guest.packets(env.workbench().get());
    }
    if (!guest.wanted().isEmpty()) {
      throw new VerbException(Exit.USAGE, "packets come from a guest (-g) or from a file (-r)");
    }
    var path = env.resolve(Path.of(from.get()));
    var to = file.filter(name -> !name.equals("-")).map(name -> env.resolve(Path.of(name)));
    if (to.isPresent() && Files.exists(to.get()) && Files.isSameFile(path, to.get())) {
      throw new VerbException(Exit.USAGE, "a file cannot be read and written at once");
    }
    try {
      return PacketSource.of(path, env.workbench().get().captures().open(path));
    } catch (IOException e) {
      int code = Files.notExists(path) ? Exit.ABSENT : Exit.NO;
      throw new VerbException(code, String.valueOf(e.getMessage()));
    }
  }

  private PacketFilter filter() {
    try {
      return PacketFilter.parse(String.join(" ", words));
    } catch (FilterException e) {
      throw new VerbException(Exit.USAGE, "this is no filter. " + e.sentence());
    }
  }

  private int flows(PacketSource source) {
    long begun = HostClock.nanos();
    source.update();
    var reading = source.reading(source.table().flows(), begun);
    return new TableAnswer<>(env, Views.FLOWS.table(), HIDDEN).print(Measured.of(reading), json);
  }

  private int list(PacketSource source, PacketFilter filter) throws InterruptedException {
    var answer = new PacketAnswer(env, source, filter, json);
    if (!follow) {
      answer.newest(count.map(OptionalLong::of).orElse(OptionalLong.empty()));
      return Exit.DONE;
    }
    follow(source, answer::after);
    answer.lost(HostClock.nanos());
    return Exit.DONE;
  }

  private int export(PacketSource source, PacketFilter filter, String name)
      throws IOException, InterruptedException {
    try (var export = new PacketExport(env, source, filter, name)) {
      if (follow) {
        follow(source, (number, most) -> export.after(number, 0, most));
      } else {
        long skip = count.map(most -> Math.max(0, export.count() - most)).orElse(0L);
        export.after(1, skip, Long.MAX_VALUE);
      }
      env.err().println(export.written() + " packets written to " + name);
    }
    return Exit.DONE;
  }

  @FunctionalInterface
  private interface Step {
    /// Takes packets from a number on, at most so many; returns how many.
    long after(long number, long most) throws IOException;
  }

  private void follow(PacketSource source, Step step) throws InterruptedException {
    long next = source.update();
    long left = count.orElse(Long.MAX_VALUE);
    try (var beat = new Beat(BEAT_MILLIS)) {
      boolean more = true;
      while (more && left > 0 && env.heard()) {
        // Asked before the last look, which then sees everything.
        more = beat.next(() -> !source.log().live());
        left -= step.after(next, left);
        next = source.table().known();
      }
    } catch (IOException e) {
      throw new VerbException(Exit.NO, String.valueOf(e.getMessage()));
    }
  }
}
