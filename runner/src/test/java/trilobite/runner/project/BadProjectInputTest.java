// SPDX-License-Identifier: Apache-2.0
package trilobite.runner.project;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import trilobite.model.port.Projects;

/// Project folders and files as they should not be: each gives one clear sentence and loses
/// nothing.
class BadProjectInputTest {

  @TempDir Path root;

  private Projects projects;

  @BeforeEach
  void setUp() {
    projects = Bench.in(root).projects();
  }

  private Path file(byte[] content) throws IOException {
    Files.write(root.resolve("trilobite.toml"), content);
    return root;
  }

  private void assertRefused(Path folder, String... words) {
    assertThatThrownBy(() -> projects.open(folder))
        .isInstanceOf(IOException.class)
        .hasMessageContainingAll(words);
  }

  @Test
  @Tag("bad:missing-toml")
  void missingFolderAndMissingFile() {
    assertRefused(root.resolve("none"), "There is no folder", "none");
    assertRefused(root, "is no project", "holds no trilobite.toml", "trilobite new");
  }

  @Test
  void folderAndDeviceInPlaceOfTheFile() throws IOException {
    Files.createDirectory(root.resolve("trilobite.toml"));
    assertRefused(root, "is not a file");
    Files.delete(root.resolve("trilobite.toml"));
    Files.createSymbolicLink(root.resolve("trilobite.toml"), Path.of("/dev/zero"));
    assertRefused(root, "is not a file");
  }

  @Test
  @Tag("bad:empty-toml")
  void emptyFileIsAProjectWithFindingsAndCures() throws IOException {
    var parsed = projects.open(file(new byte[0]));
    assertThat(parsed.findings()).hasSize(2);
    assertThat(parsed.findings()).anySatisfy(f -> assertThat(f.fixes()).isNotEmpty());
  }

  @Test
  @Tag("bad:huge-toml")
  void hugeFileIsNotRead() throws IOException {
    try (var huge = new java.io.RandomAccessFile(root.resolve("trilobite.toml").toFile(), "rw")) {
      huge.setLength(1L << 40);
    }
    assertRefused(root, "at most 1 MiB");
  }

  @Test
  @Tag("bad:binary-toml")
  void binaryFile() throws IOException {
    assertRefused(file(new byte[] {'a', 0, 1, 2}), "binary", "byte 1");
  }

  @Test
  @Tag("bad:not-utf8-toml")
  void fileThatIsNotUtf8NamesItsLine() throws IOException {
    assertRefused(
        file("[project]\nname = \"gr\u00fcn\"\n".getBytes(StandardCharsets.ISO_8859_1)),
        "not UTF-8",
        "line 2");
  }

  @Test
  @Tag("bad:crlf-toml")
  void crlfSurvivesAnEdit() throws IOException {
    var folder =
        file("[project]\r\nname = \"a\"\r\n[target.d]\r\n".getBytes(StandardCharsets.UTF_8));
    var text = projects.open(folder).text();
    assertThat(projects.open(folder).findings()).isEmpty();
    projects.save(folder, text, text.replace("\"a\"", "\"b\""));
    assertThat(Files.readString(root.resolve("trilobite.toml"))).contains("\"b\"\r\n");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "with space",
        "quote'\"$(x)`",
        "line\nbreak",
        "größe 日本",
        "-rf",
        "a,b=c",
        "100%",
        "#x;&|"
      })
  @Tag("bad:folder-names")
  void foldersOfAnyNameWork(String name) throws IOException {
    var folder = root.resolve(name);
    projects.create(folder, "tidepool", name);
    var parsed = projects.open(folder);
    assertThat(parsed.project().orElseThrow().name()).isEqualTo(name);
    assertThat(projects.trustQuestion(folder).trusted()).isTrue();
    assertThat(projects.recent()).containsExactly(folder);
    projects.save(folder, parsed.text(), parsed.text() + "# saved\n");
    assertThat(projects.open(folder).text()).endsWith("# saved\n");
  }

  @Test
  @Tag("bad:long-home")
  void homeWithALongPathWorks() throws IOException {
    var home = root.resolve("h".repeat(200)).resolve("i".repeat(200));
    var far = Bench.in(home).projects();
    far.create(home.resolve("p"), "tidepool", "p");
    assertThat(far.trustQuestion(home.resolve("p")).trusted()).isTrue();
    assertThat(far.recent()).containsExactly(home.resolve("p"));
  }

  @Test
  void namesInMessagesStayOnOneLine() {
    assertThatThrownBy(() -> projects.open(root.resolve("a\nb\u001b[31m")))
        .message()
        .doesNotContain("\n")
        .doesNotContain("\u001b");
  }

  @Test
  @Tag("bad:folder-deleted")
  void folderDeletedWhileOpen() throws IOException {
    var folder = root.resolve("p");
    var parsed = projects.create(folder, "tidepool", "p");
    Files.move(folder, root.resolve("gone"));
    assertThatThrownBy(() -> projects.save(folder, parsed.text(), "x"))
        .hasMessageContaining("moved or deleted");
    assertThat(projects.recent()).isEmpty();
    var facts = projects.hostFacts(folder, parsed.project().orElseThrow());
    assertThat(facts.files().values()).noneMatch(image -> image.exists());
    assertThat(facts.trusted()).isFalse();
  }

  @Test
  @Tag("bad:disk-full")
  void fullDiskLeavesTheOldFileAndNoRest() throws Exception {
    try (var small = SmallDisk.mount(root.resolve("disk"), "size=64k")) {
      var file = small.folder().resolve("trilobite.toml");
      Files.writeString(file, "[target.a]\n");
      var longer = "[target.a]\n" + "#\n".repeat(100_000);
      assertThatThrownBy(() -> projects.save(small.folder(), "[target.a]\n", longer))
          .hasMessageContainingAll("the disk is full", "The file is as it was");
      assertThat(file).hasContent("[target.a]");
      try (var left = Files.list(small.folder())) {
        assertThat(left).hasSize(1);
      }
      assertThatThrownBy(() -> projects.create(small.folder().resolve("new"), "tidepool", "x"))
          .hasMessageContainingAll("the disk is full", "Nothing was left");
      assertThat(small.folder().resolve("new")).doesNotExist();
    }
  }

  @Test
  @Tag("bad:folder-read-only")
  void readOnlyFolderOpensAndSaysWhySavingFails() throws Exception {
    try (var disk = SmallDisk.mount(root.resolve("disk"), "size=64k")) {
      Files.writeString(disk.folder().resolve("trilobite.toml"), "[target.a]\n");
      disk.makeReadOnly();
      assertThat(projects.open(disk.folder()).text()).isEqualTo("[target.a]\n");
      assertThatThrownBy(() -> projects.save(disk.folder(), "[target.a]\n", "x"))
          .hasMessageContainingAll("read-only", "as it was");
    }
  }

  @Test
  void stateThatCannotBeWrittenStopsNobodyFromOpening() throws IOException {
    Files.writeString(root.resolve("state"), "a file where a folder should be");
    file("[project]\nname='x'\n[target.a]\n".getBytes(StandardCharsets.UTF_8));
    assertThat(projects.open(root).findings()).isEmpty();
    assertThat(projects.recent()).isEqualTo(List.of());
  }
}
