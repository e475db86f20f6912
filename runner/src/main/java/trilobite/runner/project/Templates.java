// SPDX-License-Identifier: Apache-2.0
package trilobite.runner.project;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import trilobite.model.build.TemplateInfo;
import trilobite.model.project.FieldPath;
import trilobite.model.project.ProjectEdit;
import trilobite.runner.data.Data;
import trilobite.runner.file.FileTrouble;
import trilobite.runner.toml.Editor;
import trilobite.runner.toml.Fields;
import trilobite.runner.toml.Remarks;
import trilobite.runner.toml.TomlText;

/// Project templates: folders of the shipped data that hold a `template.toml` about themselves.
public final class Templates {

  private static final String ROOT = "templates";
  private static final String ABOUT = "template.toml";
  private static final FieldPath NAME = FieldPath.of("project", "name");

  private final Data data;

  public Templates(Data data) {
    this.data = data;
  }

  /// All templates by name.
  public List<TemplateInfo> list() throws IOException {
    var infos = new ArrayList<TemplateInfo>();
    for (var file : data.files(ROOT)) {
      var parts = file.split("/", -1);
      if (parts.length == 3 && parts[2].equals(ABOUT)) {
        var about = about(parts[1]);
        infos.add(
            new TemplateInfo(
                parts[1],
                about.string("title").orElse(parts[1]),
                about.string("summary").orElse(""),
                about.string("toolchain").orElse("command"),
                about.string("tried").orElse("")));
      }
    }
    return List.copyOf(infos);
  }

  /// Copies a template into a new or empty folder and names the project. On failure nothing that
  /// was made stays.
  void copy(String template, Path folder, String name) throws IOException {
    requireKnown(template);
    requireEmpty(folder);
    var made = new NewFiles();
    try {
      made.folder(folder);
      for (var entry : contents(template, name).entrySet()) {
        made.file(folder.resolve(entry.getKey()), entry.getValue());
      }
    } catch (IOException e) {
      made.undo();
      throw new IOException(
          "The project could not be made in "
              + FileTrouble.shown(folder)
              + ": "
              + FileTrouble.reason(e)
              + ". Nothing was left there.",
          e);
    }
  }

  /// The project file that [#copy] would write.
  String projectText(String template, String name) throws IOException {
    requireKnown(template);
    return named(ROOT + "/" + template + "/" + ProjectFile.NAME, name);
  }

  private String named(String file, String name) throws IOException {
    var text = filled(data.text(file), name);
    return Editor.edit(text, List.of(new ProjectEdit.Set(NAME, name)));
  }

  /// A name that build tools of all kinds take where a template has `@NAME@`: small letters, digits
  /// and hyphens, a letter first.
  private static String filled(String text, String name) {
    var plain =
        name.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-").replaceAll("^[^a-z]+|-+$", "");
    return text.replace("@NAME@", plain.isEmpty() ? "hello" : plain);
  }

  private void requireKnown(String template) throws IOException {
    var known = list().stream().map(TemplateInfo::name).toList();
    if (!known.contains(template)) {
      throw new IOException(
          "There is no template “" + template + "”; there are " + String.join(", ", known) + ".");
    }
  }

  private Map<String, byte[]> contents(String template, String name) throws IOException {
    var root = ROOT + "/" + template + "/";
    var about = about(template);
    var contents = new LinkedHashMap<String, byte[]>();
    for (var file : data.files(ROOT + "/" + template)) {
      var relative = file.substring(root.length());
      if (relative.equals(ABOUT)) {
        // Packagers leave out files called .gitignore, so the template keeps it as a list.
        var ignored = about.strings("ignore");
        if (!ignored.isEmpty()) {
          contents.put(".gitignore", bytes(String.join("\n", ignored) + "\n"));
        }
      } else if (relative.equals(ProjectFile.NAME)) {
        contents.put(relative, bytes(named(file, name)));
      } else if (about.strings("fill").contains(relative)) {
        contents.put(relative, bytes(filled(data.text(file), name)));
      } else {
        try (var in = data.open(file)) {
          contents.put(relative, in.readAllBytes());
        }
      }
    }
    // Files that another template has as well, by their path from its name on.
    for (var taken : about.strings("take")) {
      try (var in = data.open(ROOT + "/" + taken)) {
        contents.put(taken.substring(taken.indexOf('/') + 1), in.readAllBytes());
      }
    }
    return contents;
  }

  private Fields about(String template) throws IOException {
    return switch (TomlText.read(data.text(ROOT + "/" + template + "/" + ABOUT))) {
      case TomlText.Valid(var table) ->
          Fields.of(new FieldPath(List.of()), table, new Remarks(Map.of()));
      case TomlText.Broken(var problems) ->
          throw new IOException(template + "/" + ABOUT + ": " + problems.getFirst().message());
    };
  }

  private static void requireEmpty(Path folder) throws IOException {
    if (Files.isDirectory(folder)) {
      try (var entries = Files.list(folder)) {
        if (entries.findAny().isPresent()) {
          throw new IOException(
              FileTrouble.shown(folder) + " is not empty; nothing was written. Choose another.");
        }
      }
    } else if (Files.exists(folder)) {
      throw new IOException(FileTrouble.shown(folder) + " is a file; choose a folder.");
    }
  }

  private static byte[] bytes(String text) {
    return text.getBytes(java.nio.charset.StandardCharsets.UTF_8);
  }
}
