// SPDX-License-Identifier: Apache-2.0
package trilobite.app.verb;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalLong;
import trilobite.model.console.GuestText;
import trilobite.model.domain.Domain;
import trilobite.model.port.Domains;
import trilobite.model.project.MemorySize;

/// `guests --libvirt`: the domains of a connection, or of both that a machine has by itself.
final class DomainsAnswer {
  private static final String NOTHING = "–";

  private final Env env;

  DomainsAnswer(Env env) {
    this.env = env;
  }

  /// @param uri empty for the machine's own
  int print(String uri, boolean json) throws IOException {
    var uris = uri.isEmpty() ? Domains.LOCAL : List.of(uri);
    var found = new ArrayList<Domain>();
    var failed = new ArrayList<String>();
    for (var each : uris) {
      try {
        found.addAll(env.workbench().get().domains().list(each));
      } catch (IOException e) {
        failed.add(String.valueOf(e.getMessage()));
      }
    }
    // One that answers is enough where nobody asked for the other.
    failed.forEach(why -> env.err().println(GuestText.visible("trilobite: " + why)));
    if (failed.size() == uris.size()) {
      return Exit.MACHINE;
    }
    if (json) {
      found.forEach(domain -> env.out().println(json(domain)));
    } else {
      table(found);
    }
    return Exit.DONE;
  }

  private void table(List<Domain> found) {
    var answer = new Answer("DOMAIN", "STATE", "VCPUS", "MEMORY", "CPU TIME", "PID", "CONNECTION");
    for (var d : found) {
      answer.row(
          GuestText.visible(d.name()),
          d.state(),
          d.vcpus().isPresent() ? d.vcpus().getAsInt() : NOTHING,
          d.memory().isPresent() ? new MemorySize(d.memory().getAsLong()) : NOTHING,
          seconds(d.cpuNanos()),
          d.pid().isPresent() ? d.pid().getAsLong() : NOTHING,
          d.uri());
    }
    answer.print(env);
  }

  private static String seconds(OptionalLong nanos) {
    return nanos.isPresent()
        ? String.format(Locale.ROOT, "%.2f s", nanos.getAsLong() / 1e9)
        : NOTHING;
  }

  private static Json json(Domain d) {
    return new Json()
        .put("domain", d.name())
        .put("state", d.state())
        .put("vcpus", d.vcpus().isPresent() ? d.vcpus().getAsInt() : null)
        .put("memory", d.memory())
        .put("resident", d.resident())
        .put("cpuNanos", d.cpuNanos())
        .put("rxBytes", d.rxBytes())
        .put("txBytes", d.txBytes())
        .put("pid", d.pid())
        .put("uri", d.uri());
  }
}
