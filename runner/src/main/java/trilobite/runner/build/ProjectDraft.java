// SPDX-License-Identifier: Apache-2.0
package trilobite.runner.build;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import trilobite.model.port.ProjectFormat;
import trilobite.model.project.FieldPath;
import trilobite.model.project.ProjectEdit;
import trilobite.runner.toolchain.Outputs;
import trilobite.runner.toolchain.Toolchain;
import trilobite.runner.toolchain.Toolchains;
import trilobite.runner.toolchain.Variables;

/// Writes the project file of a folder that a toolchain of somebody else's builds.
final class ProjectDraft {

  private static final String TARGET = "default";

  private static final String HEAD =
      """
      # Made by Trilobite from what this folder holds. Change what you like.
      [project]
      name = "project"

      [target.default]
      """;

  private final Path folder;
  private final Toolchain toolchain;
  private final Map<String, String> words;
  private final List<ProjectEdit> edits = new ArrayList<>();

  private ProjectDraft(Path folder, Toolchain toolchain) {
    this.folder = folder;
    this.toolchain = toolchain;
    this.words = Variables.of(folder, String.valueOf(folder.getFileName()), toolchain);
  }

  static String text(Path folder, Toolchain toolchain, ProjectFormat format) throws IOException {
    return format.edit(HEAD, new ProjectDraft(folder, toolchain).edits());
  }

  private List<ProjectEdit> edits() throws IOException {
    var start = toolchain.start();
    edits.add(new ProjectEdit.Set(FieldPath.of("project", "name"), name()));
    edits.add(new ProjectEdit.Set(FieldPath.of("project", "toolchain"), toolchain.name()));
    set("arch", start.arch());
    set("machine", start.machine());
    set("memory", start.memory());
    var image = image();
    if (start.drive().isPresent()) {
      drive(image.isPresent() ? file(image.get()) : "disk.img", start.drive().get());
    } else if (start.loader().isPresent()) {
      set("kernel", Optional.of(Toolchains.fill(start.loader().get(), words)));
      if (image.isPresent()) {
        set("initrd", Optional.of(file(image.get())));
      }
    } else if (image.isPresent()) {
      set("kernel", Optional.of(file(image.get())));
    }
    if (start.initrd().isPresent()) {
      set("initrd", Optional.of(Toolchains.fill(start.initrd().get(), words)));
    }
    set("append", start.append().map(text -> Toolchains.fill(text, words)));
    set("ready", start.ready());
    edits.add(new ProjectEdit.Set(FieldPath.target(TARGET, "network", "mode"), start.network()));
    if (!start.legacy()) {
      edits.add(new ProjectEdit.Set(FieldPath.target(TARGET, "network", "legacy"), false));
    }
    symbols(image);
    return edits;
  }

  /// What the build makes. A name that only the build knows is left out until it has made it.
  private Optional<String> image() throws IOException {
    var text = toolchain.image().map(image -> Toolchains.fill(image, words));
    return text.isPresent()
            && text.get().contains("*")
            && !Files.exists(Outputs.resolve(folder, text.get()))
        ? Optional.empty()
        : text;
  }

  private void symbols(Optional<String> image) throws IOException {
    var loader = toolchain.start().loader();
    if (loader.isPresent() && image.isPresent()) {
      // The loader boots, but what it loads is the kernel.
      symbols(Toolchains.fill(loader.get(), words), Map.of("role", "loader"));
      symbols(image.get(), Map.of("role", "kernel"));
    }
    if (toolchain.symbols().isPresent() && !toolchain.symbols().get().contains("*")) {
      symbols(Toolchains.fill(toolchain.symbols().get(), words), Map.of());
    }
  }

  private void symbols(String file, Map<String, Object> more) throws IOException {
    var values = new LinkedHashMap<String, Object>();
    values.put("file", file(file));
    values.putAll(more);
    edits.add(new ProjectEdit.AppendTable(FieldPath.of("debug", "symbols"), values));
  }

  private void drive(String file, String format) {
    var values = new LinkedHashMap<String, Object>();
    values.put("file", file);
    values.put("format", format);
    values.put("boot", true);
    edits.add(new ProjectEdit.AppendTable(FieldPath.target(TARGET, "drive"), values));
  }

  private void set(String key, Optional<String> value) {
    value.ifPresent(text -> edits.add(new ProjectEdit.Set(FieldPath.target(TARGET, key), text)));
  }

  /// As a project file writes it: from the folder, where it lies in it.
  private String file(String text) throws IOException {
    var path = Outputs.resolve(folder, text);
    return (path.startsWith(folder) ? folder.relativize(path) : path).toString();
  }

  private String name() {
    var name = String.valueOf(folder.getFileName()).replaceAll("[^A-Za-z0-9._+-]", "-");
    return name.isEmpty() ? "project" : name.substring(0, Math.min(40, name.length()));
  }
}
