// SPDX-License-Identifier: Apache-2.0
package trilobite.ui.testing;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;
import trilobite.model.check.ParsedProject;
import trilobite.model.port.ProjectFormat;
import trilobite.model.project.ProjectEdit;

/// Understands every text as the sample project, unless told otherwise; remembers edits.
public final class FakeFormat implements ProjectFormat {

  private final List<ProjectEdit> edits = new CopyOnWriteArrayList<>();
  private volatile Function<String, ParsedProject> parser =
      text -> new ParsedProject(text, Optional.of(Samples.project()), List.of(), Map.of());

  public void parseBy(Function<String, ParsedProject> next) {
    parser = next;
  }

  public List<ProjectEdit> edits() {
    return edits;
  }

  @Override
  public ParsedProject parse(String text) {
    return parser.apply(text);
  }

  @Override
  public String edit(String text, List<ProjectEdit> changes) {
    edits.addAll(changes);
    return text + "# " + edits.size() + " edits\n";
  }
}
