// SPDX-License-Identifier: Apache-2.0
package trilobite.runner.domain;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import trilobite.model.rule.Allowed;
import trilobite.model.time.HostClock;
import trilobite.runner.qmp.QmpEvent;
import trilobite.runner.thread.Threads;

/// What a domain's QEMU tells libvirt unasked, by `virsh qemu-monitor-event`, until it is closed. A
/// virsh lives for a minute and is followed by the next: none stays long where this process dies.
@Allowed(
    rule = "processes",
    because = "virsh is listened to as long as it lives, has no children and ends within a minute")
public final class DomainEvents implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(DomainEvents.class);
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String SECONDS = "60";

  /// As `virshEventQemuPrint` in `tools/virsh-domain-event.c` of libvirt 9.0 prints one.
  private static final Pattern EVENT =
      Pattern.compile("event ([A-Z0-9_]{1,64}) at [0-9.]+ for domain '.*': (\\{.*}|<null>)");

  private final List<String> command;
  private final Consumer<QmpEvent> events;
  private volatile boolean closed;
  private volatile Optional<Process> virsh = Optional.empty();

  private DomainEvents(List<String> command, Consumer<QmpEvent> events) {
    this.command = command;
    this.events = events;
  }

  /// @param events called on a thread of its own, in order
  public static DomainEvents follow(String uri, String domain, Consumer<QmpEvent> events) {
    var words = Virsh.words(uri, "qemu-monitor-event", domain);
    words.addAll(List.of("--loop", "--timeout", SECONDS));
    var following = new DomainEvents(List.copyOf(words), events);
    Threads.waiting("domain-events", following::read);
    return following;
  }

  private void read() {
    try {
      while (!closed && once()) {
        // The next minute.
      }
    } catch (IOException e) {
      LOG.info("a domain's events cannot be followed: {}", e.getMessage());
    }
  }

  /// @return false where there is nothing to be heard
  private boolean once() throws IOException {
    long begun = HostClock.nanos();
    var process = new ProcessBuilder(command).redirectErrorStream(true).start();
    virsh = Optional.of(process);
    if (closed) {
      process.destroy();
    }
    try (var lines = process.inputReader(StandardCharsets.UTF_8)) {
      for (var line = lines.readLine(); line != null; line = lines.readLine()) {
        parse(line).ifPresent(events);
      }
    }
    // One that ends at once does not know this verb, or the domain is gone.
    return HostClock.nanos() - begun > 1_000_000_000L;
  }

  static Optional<QmpEvent> parse(String line) {
    var match = EVENT.matcher(line);
    if (!match.matches()) {
      return Optional.empty();
    }
    try {
      var data =
          match.group(2).startsWith("{")
              ? JSON.readTree(match.group(2))
              : JsonNodeFactory.instance.objectNode();
      return Optional.of(new QmpEvent(match.group(1), data, HostClock.nanos()));
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  @Override
  public void close() {
    closed = true;
    virsh.ifPresent(Process::destroy);
  }
}
