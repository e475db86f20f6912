// SPDX-License-Identifier: Apache-2.0
package trilobite.ui.testing;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import trilobite.model.check.HostFacts;
import trilobite.model.check.ParsedProject;
import trilobite.model.command.Argument;
import trilobite.model.command.CommandLine;
import trilobite.model.port.ProjectFormat;
import trilobite.model.port.Projects;
import trilobite.model.project.FieldPath;
import trilobite.model.project.Forward;
import trilobite.model.project.Project;

/// Projects in memory: one, `tidepool`, unless a test adds more.
public final class FakeProjects implements Projects {

  private final Map<Path, String> texts = new ConcurrentHashMap<>();
  private final Set<Path> trusted = new HashSet<>();
  private final Deque<Path> recent = new ArrayDeque<>();
  private final ProjectFormat format;
  private volatile boolean readOnly;
  private volatile List<String> asks = List.of();
  private volatile HostFacts facts = Samples.host(List.of(), Map.of());

  public FakeProjects(ProjectFormat format) {
    this.format = format;
    put(Samples.FOLDER, Samples.TEXT);
    trusted.add(Samples.FOLDER);
  }

  public void put(Path folder, String text) {
    texts.put(folder, text);
  }

  /// The folder loses its project file.
  public void remove(Path folder) {
    texts.remove(folder);
  }

  /// The project is no longer trusted and would do these things.
  public synchronized void distrust(Path folder, String... wouldDo) {
    trusted.remove(folder);
    asks = List.of(wouldDo);
  }

  public void facts(HostFacts next) {
    facts = next;
  }

  public synchronized void remember(Path folder) {
    recent.remove(folder);
    recent.addFirst(folder);
  }

  /// From now on nothing can be saved.
  public void readOnly() {
    readOnly = true;
  }

  @Override
  public ParsedProject open(Path folder) throws IOException {
    var text = texts.get(folder);
    if (text == null) {
      throw new IOException(folder + " has no trilobite.toml. Open another folder, or create one.");
    }
    remember(folder);
    return format.parse(text);
  }

  @Override
  public void save(Path folder, String expected, String text) throws IOException {
    if (readOnly) {
      throw new IOException("permission denied. The file is as it was.");
    }
    if (!expected.equals(texts.get(folder))) {
      throw new ChangedOnDiskException(folder.resolve("trilobite.toml"));
    }
    texts.put(folder, text);
  }

  @Override
  public ParsedProject create(Path folder, String template, String name) throws IOException {
    if (texts.containsKey(folder)) {
      throw new IOException(folder + " is not empty. Choose another folder.");
    }
    texts.put(folder, Samples.TEXT.replace("tidepool", name));
    synchronized (this) {
      trusted.add(folder);
    }
    return open(folder);
  }

  @Override
  public ParsedProject draft(String template, String name) {
    return format.parse(Samples.TEXT.replace("tidepool", name));
  }

  @Override
  public synchronized TrustQuestion trustQuestion(Path folder) {
    return new TrustQuestion(folder, trusted.contains(folder), "hash", asks);
  }

  @Override
  public synchronized void trust(TrustQuestion question) {
    trusted.add(question.folder());
  }

  @Override
  public HostFacts hostFacts(Path folder, Project project) {
    return facts;
  }

  @Override
  public CommandLine preview(Path folder, Project project, String target) {
    var memory = project.targets().get(target);
    return new CommandLine(
        "qemu-system-x86_64",
        List.of(
            new Argument("-machine", "q35", List.of(FieldPath.target(target, "machine")), "board"),
            new Argument(
                "-m",
                memory == null ? "" : memory.memory(),
                List.of(FieldPath.target(target, "memory")),
                "guest memory")));
  }

  @Override
  public int freePort(Forward wish) {
    return wish.hostPort() + 10_000;
  }

  @Override
  public synchronized List<Path> recent() {
    return new ArrayList<>(recent);
  }
}
