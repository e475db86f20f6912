// SPDX-License-Identifier: Apache-2.0
package trilobite.app.verb;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import trilobite.model.check.ParsedProject;
import trilobite.model.command.ShellLine;
import trilobite.model.console.GuestText;
import trilobite.model.image.ImageIdentity;
import trilobite.model.port.Projects;

/// `trilobite identify IMAGE`.
@Command(
    name = "identify",
    description = "Says what an image or a project folder is, why, and how it would boot.")
final class IdentifyVerb implements Callable<Integer> {
  private final Env env;

  @Parameters(paramLabel = "IMAGE", description = "a file of any kind, or a folder")
  private Path file = Path.of(".");

  @Option(names = "--json", description = "one JSON object")
  private boolean json;

  IdentifyVerb(Env env) {
    this.env = env;
  }

  @Override
  public Integer call() throws Exception {
    var place = env.resolve(file);
    if (Files.isDirectory(place)) {
      return folder(place);
    }
    var found = env.workbench().get().images().identify(place);
    if (json) {
      env.out().println(json(found));
    } else {
      text(found);
    }
    return found.recognised() ? Exit.DONE : Exit.NO;
  }

  /// A folder is what its project file says, or else what its toolchains are.
  private int folder(Path place) throws IOException {
    try {
      return project(place, env.workbench().get().projects().open(place));
    } catch (Projects.NoProjectException none) {
      return guess(place);
    }
  }

  private int guess(Path place) throws IOException {
    var kinds = env.workbench().get().builds().recognise(place);
    for (var kind : kinds) {
      if (json) {
        env.out()
            .println(
                new Json()
                    .put("file", place)
                    .put("format", "folder")
                    .put("toolchain", kind.toolchain())
                    .put("title", kind.title())
                    .put("why", List.of(kind.why())));
      } else {
        say(kind.title() + " (" + kind.toolchain() + "): " + kind.why());
      }
    }
    if (kinds.isEmpty()) {
      env.err().println("trilobite: no toolchain that is known recognises this folder");
      return Exit.NO;
    }
    if (!json) {
      say("→ trilobite import " + ShellLine.word(file.toString()));
    }
    return Exit.DONE;
  }

  /// A folder with a project file needs no guess.
  private int project(Path place, ParsedProject parsed) {
    if (parsed.project().isEmpty()) {
      env.err().println(GuestText.visible("trilobite: its project file is broken: " + place));
      parsed.findings().forEach(each -> env.err().println(GuestText.visible(each.message())));
      return Exit.NO;
    }
    var project = parsed.project().get();
    var targets = List.copyOf(project.targets().keySet());
    if (json) {
      env.out()
          .println(
              new Json()
                  .put("file", place)
                  .put("format", "project")
                  .put("project", project.name())
                  .put("toolchain", project.toolchain())
                  .put("targets", targets)
                  .put("why", List.of("it has a trilobite.toml")));
      return Exit.DONE;
    }
    line("format", "project");
    line("name", project.name());
    line("tools", project.toolchain());
    line("targets", String.join(", ", targets));
    say("→ trilobite run " + ShellLine.word(file.toString()));
    return Exit.DONE;
  }

  private static Json json(ImageIdentity found) {
    return new Json()
        .put("file", found.file())
        .put("bytes", found.bytes())
        .put("recognised", found.recognised())
        .put("format", found.format())
        .put("os", found.os())
        .put("arch", found.arch())
        .put("machine", found.machine())
        .put("bootable", found.bootable())
        .put("boot", found.boot().name().toLowerCase(java.util.Locale.ROOT))
        .put("profile", found.profile())
        .put("buildId", found.buildId())
        .put("symbols", found.symbols())
        .put("why", found.why());
  }

  private void text(ImageIdentity found) {
    line("format", found.format());
    line("os", found.os());
    line("arch", found.arch());
    line("machine", found.machine());
    line("boots", how(found));
    found.why().forEach(why -> say("  " + why));
    if (found.bootable()) {
      say("→ trilobite run " + ShellLine.word(file.toString()));
    }
  }

  private static String how(ImageIdentity found) {
    return switch (found.boot()) {
      case KERNEL -> "by -kernel";
      case DRIVE -> "as a drive";
      case CDROM -> "as a CD-ROM";
      case FIRMWARE -> "in place of the firmware";
      case NONE -> "not in QEMU";
    };
  }

  private void line(String name, String value) {
    if (!value.isEmpty()) {
      say("%-8s %s".formatted(name, value));
    }
  }

  /// What the file says of itself stands in these words.
  private void say(String words) {
    env.out().println(GuestText.visible(words));
  }
}
