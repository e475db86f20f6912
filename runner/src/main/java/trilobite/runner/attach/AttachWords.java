// SPDX-License-Identifier: Apache-2.0
package trilobite.runner.attach;

import java.util.ArrayList;
import java.util.List;
import trilobite.model.port.AttachRequest;

/// The words of the verb that attaches and stays, for a keeper in the background.
final class AttachWords {

  private AttachWords() {}

  static List<String> of(AttachRequest request) {
    var words = new ArrayList<>(List.of("attach", "--keep", "--profile", request.profile()));
    words.addAll(
        switch (request.which()) {
          case AttachRequest.OfProcess(var pid) -> List.of("--pid", Long.toString(pid));
          case AttachRequest.OfSocket(var path) -> List.of("--qmp", path.toString());
          case AttachRequest.OfDomain(var uri, var domain) when uri.isEmpty() ->
              List.of("--libvirt", domain);
          case AttachRequest.OfDomain(var uri, var domain) ->
              List.of("--libvirt", domain, "--uri", uri);
        });
    request.image().ifPresent(path -> words.addAll(List.of("--image", path.toString())));
    if (!request.name().isEmpty()) {
      words.addAll(List.of("--name", request.name()));
    }
    switch (request.monitor()) {
      case TAKE -> words.add("--take-qmp");
      case NEVER -> words.add("--no-qmp");
      case FREE -> {
        // What the verb does by itself.
      }
    }
    if (request.packets()) {
      words.add("--packets");
    }
    return List.copyOf(words);
  }
}
