// SPDX-License-Identifier: Apache-2.0
package trilobite.app.verb;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import trilobite.model.port.CoreRequest;
import trilobite.model.port.LiveGuest;

/// Chooses what a verb looks into: a guest that runs, or a core.
final class LookChoice {

  @Mixin private GuestChoice guest = new GuestChoice();

  @Option(
      names = "--core",
      paramLabel = "FILE",
      description = "a core of a whole guest, as QEMU's dump-guest-memory makes it, instead")
  private Optional<Path> core = Optional.empty();

  @Option(
      names = "--image",
      paramLabel = "FILE",
      description = "what the core's guest ran, for its symbols")
  private Optional<Path> image = Optional.empty();

  @Option(
      names = "--profile",
      paramLabel = "NAME",
      defaultValue = "auto",
      description = "OS profile for the core, where its symbols do not tell")
  private String profile = "auto";

  /// True for a guest that does not go on: a second reading tells no more than the first.
  boolean still() {
    return core.isPresent();
  }

  LiveGuest choose(Env env) throws IOException {
    if (core.isEmpty()) {
      if (image.isPresent() || !profile.equals("auto")) {
        throw new VerbException(
            Exit.USAGE, "--image and --profile belong to --core; a guest knows its own");
      }
      return guest.choose(env.workbench().get());
    }
    var request = new CoreRequest(env.resolve(core.get()), image.map(env::resolve), profile);
    return env.workbench().get().elsewhere().core(request);
  }
}
