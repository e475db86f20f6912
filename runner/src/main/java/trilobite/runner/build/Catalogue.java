// SPDX-License-Identifier: Apache-2.0
package trilobite.runner.build;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import trilobite.model.build.FolderKind;
import trilobite.model.build.TemplateInfo;
import trilobite.model.build.ToolchainInfo;
import trilobite.model.port.ProjectFormat;
import trilobite.runner.file.SafeFile;
import trilobite.runner.project.Templates;
import trilobite.runner.toolchain.FolderSigns;
import trilobite.runner.toolchain.Toolchains;

/// What one may start from: toolchains, templates, and folders that a toolchain recognises.
record Catalogue(Templates templateFiles, ToolchainBuilds.Tools tools, ProjectFormat format) {

  List<ToolchainInfo> toolchains() {
    var made = templates();
    return tools.toolchains().all().stream().map(entry -> info(entry, made)).toList();
  }

  private ToolchainInfo info(Toolchains.Entry entry, List<TemplateInfo> made) {
    var users =
        made.stream()
            .filter(template -> template.toolchain().equals(entry.name()))
            .map(TemplateInfo::name)
            .toList();
    if (entry.toolchain().isEmpty()) {
      return new ToolchainInfo(
          entry.name(), entry.name(), "", false, entry.problem(), "Mend its descriptor.", users);
    }
    var toolchain = entry.toolchain().get();
    var found = tools.check().check(toolchain);
    return new ToolchainInfo(
        toolchain.name(),
        toolchain.title(),
        toolchain.summary(),
        found.works(),
        found.state(),
        found.remedy(),
        users,
        toolchain.page().tried().orElse(""),
        toolchain.page().manual());
  }

  List<FolderKind> recognise(Path folder) throws IOException {
    if (!Files.isDirectory(folder)) {
      throw new NoSuchFileException(folder.toString());
    }
    var known = tools.toolchains().all().stream().flatMap(e -> e.toolchain().stream()).toList();
    return FolderSigns.of(folder, known).stream()
        .map(fit -> new FolderKind(fit.toolchain().name(), fit.toolchain().title(), fit.why()))
        .toList();
  }

  void adopt(Path folder, String name) throws IOException {
    var toolchain =
        tools
            .toolchains()
            .named(name)
            .orElseThrow(() -> new IOException("There is no toolchain “" + name + "”."));
    var file = folder.resolve("trilobite.toml");
    if (Files.exists(file)) {
      throw new FileAlreadyExistsException(file.toString());
    }
    var text = ProjectDraft.text(folder, toolchain, format);
    SafeFile.replace(file, text.getBytes(StandardCharsets.UTF_8));
  }

  List<TemplateInfo> templates() {
    try {
      return templateFiles.list();
    } catch (IOException e) {
      throw new IllegalStateException("the program's own templates cannot be read", e);
    }
  }
}
