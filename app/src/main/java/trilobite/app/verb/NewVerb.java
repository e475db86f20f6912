// SPDX-License-Identifier: Apache-2.0
package trilobite.app.verb;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import trilobite.model.build.TemplateInfo;
import trilobite.model.check.ParsedProject;
import trilobite.model.project.FieldPath;
import trilobite.model.project.MemorySize;
import trilobite.model.project.ProjectEdit;

/// `trilobite new DIR --template T`.
@Command(name = "new", description = "Makes a project from a template in a new or empty folder.")
final class NewVerb implements Callable<Integer> {
  private final Env env;

  @Parameters(paramLabel = "DIR", description = "the folder to make")
  private Path folder = Path.of(".");

  @Option(
      names = "--template",
      paramLabel = "T",
      required = true,
      description = "a template, such as tidepool")
  private String template = "";

  @Option(names = "--name", description = "the project's name; the folder's by default")
  private Optional<String> name = Optional.empty();

  @Option(names = "--memory", paramLabel = "64M", description = "memory of the first target")
  private Optional<String> memory = Optional.empty();

  @Option(names = "--vcpus", description = "vCPUs of the first target")
  private Optional<Integer> vcpus = Optional.empty();

  @Option(names = "--machine", description = "machine type of the first target, such as q35")
  private Optional<String> machine = Optional.empty();

  @Option(names = "--json", description = "one JSON object")
  private boolean json;

  NewVerb(Env env) {
    this.env = env;
  }

  @Override
  public Integer call() throws Exception {
    memory.ifPresent(NewVerb::checkMemory);
    if (vcpus.filter(n -> n < 1).isPresent()) {
      throw new VerbException(Exit.USAGE, "--vcpus " + vcpus.get() + ": write 1 or more");
    }
    var workbench = env.workbench().get();
    if (workbench.builds().templates().stream().noneMatch(t -> t.name().equals(template))) {
      var known = workbench.builds().templates().stream().map(TemplateInfo::name).toList();
      throw new VerbException(
          Exit.ABSENT, "no template '" + template + "'; there are: " + String.join(", ", known));
    }
    var place = env.resolve(folder);
    var made =
        workbench.projects().create(place, template, name.orElse(place.getFileName().toString()));
    var edits = edits(made);
    if (!edits.isEmpty()) {
      workbench.projects().save(place, made.text(), workbench.format().edit(made.text(), edits));
    }
    env.out().println(json ? new Json().put("project", place).put("template", template) : place);
    return Exit.DONE;
  }

  private static void checkMemory(String text) {
    if (MemorySize.parse(text).filter(m -> m.bytes() > 0).isEmpty()) {
      throw new VerbException(Exit.USAGE, "--memory " + text + ": write an amount such as 64M");
    }
  }

  private List<ProjectEdit> edits(ParsedProject made) {
    var edits = new ArrayList<ProjectEdit>();
    made.project()
        .flatMap(p -> p.targets().keySet().stream().findFirst())
        .ifPresent(
            target -> {
              memory.ifPresent(m -> edits.add(set(target, "memory", m)));
              vcpus.ifPresent(n -> edits.add(set(target, "vcpus", (long) n)));
              machine.ifPresent(m -> edits.add(set(target, "machine", m)));
            });
    return edits;
  }

  private static ProjectEdit set(String target, String key, Object value) {
    return new ProjectEdit.Set(FieldPath.target(target, key), value);
  }
}
