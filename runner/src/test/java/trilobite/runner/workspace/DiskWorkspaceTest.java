// SPDX-License-Identifier: Apache-2.0
package trilobite.runner.workspace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import org.eclipse.jgit.api.Git;
import org.eclipse.jgit.api.errors.GitAPIException;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import trilobite.model.port.Projects;
import trilobite.model.port.Settings;
import trilobite.model.time.HostClock;
import trilobite.model.workspace.FileNode;
import trilobite.model.workspace.FileNode.Kind;
import trilobite.model.workspace.FileNode.Status;
import trilobite.model.workspace.LineChange;
import trilobite.runner.Waiting;
import trilobite.runner.project.SmallDisk;

@Timeout(60)
class DiskWorkspaceTest {

  @TempDir Path root;

  private final MapSettings settings = new MapSettings();
  private DiskWorkspace workspace = workspace(Path.of("/none"));

  private DiskWorkspace workspace(Path trash) {
    return new DiskWorkspace(settings, Map.of("PATH", "/none"), trash, 1000);
  }

  private Path file(String name, String content) throws IOException {
    var file = root.resolve(name);
    Files.createDirectories(file.getParent());
    return Files.writeString(file, content);
  }

  @Test
  void listsFoldersFirstWithKinds() throws IOException {
    for (var name :
        List.of("z/x", "a.c", "Makefile", "trilobite.toml", "a.elf", "a.dbg", "d.img", "o.o")) {
      file(name, "");
    }
    assertThat(workspace.list(root))
        .extracting(node -> node.path().getFileName().toString(), FileNode::kind)
        .containsExactly(
            tuple("z", Kind.FOLDER),
            tuple("Makefile", Kind.TEXT),
            tuple("a.c", Kind.CODE),
            tuple("a.dbg", Kind.SYMBOLS),
            tuple("a.elf", Kind.IMAGE),
            tuple("d.img", Kind.DISK),
            tuple("o.o", Kind.OTHER),
            tuple("trilobite.toml", Kind.PROJECT));
    assertThatThrownBy(() -> workspace.list(root.resolve("none")))
        .hasMessageContaining("cannot be listed");
  }

  @Test
  void crlfAndLatin1StayWhenSaved() throws IOException {
    var file = root.resolve("a.c");
    Files.write(file, "gr\u00fcn\r\nzwei\r\n".getBytes(StandardCharsets.ISO_8859_1));
    var read = workspace.read(file);
    assertThat(read.text()).isEqualTo("gr\u00fcn\nzwei\n");
    assertThat(read.crlf()).isTrue();
    assertThat(read.charset()).isEqualTo("ISO-8859-1");
    var saved = workspace.save(read, "bl\u00e4u\nzwei\n");
    assertThat(Files.readAllBytes(file))
        .isEqualTo("bl\u00e4u\r\nzwei\r\n".getBytes(StandardCharsets.ISO_8859_1));
    var wider = workspace.save(saved, "\u65e5\n");
    assertThat(wider.charset()).isEqualTo("UTF-8");
    assertThat(Files.readString(file)).isEqualTo("\u65e5\r\n");
  }

  @Test
  void mixedLineEndsAndMarkLoseNothing() throws IOException {
    var text = "\uFEFFone\r\ntwo\nthree\r";
    var file = file("a.c", text);
    var read = workspace.read(file);
    assertThat(read.crlf()).isFalse();
    workspace.save(read, read.text());
    assertThat(Files.readString(file)).isEqualTo(text);
  }

  @Test
  void binaryHugeMissingAndFoldersAreRefusedInWords() throws IOException {
    Files.write(root.resolve("b"), new byte[] {1, 0, 2});
    assertThatThrownBy(() -> workspace.read(root.resolve("b"))).hasMessageContaining("binary");
    try (var huge = new java.io.RandomAccessFile(root.resolve("h").toFile(), "rw")) {
      huge.setLength(17 << 20);
    }
    assertThatThrownBy(() -> workspace.read(root.resolve("h"))).hasMessageContaining("17 MiB");
    assertThatThrownBy(() -> workspace.read(root.resolve("none")))
        .hasMessageContaining("no such file");
    assertThatThrownBy(() -> workspace.read(root)).hasMessageContaining("not a file");
  }

  @Test
  @Tag("bad:two-windows")
  void savingOverAChangeOrADeletionOfOthersIsRefused() throws IOException {
    var read = workspace.read(file("a.c", "old"));
    file("a.c", "theirs");
    assertThatThrownBy(() -> workspace.save(read, "mine"))
        .isInstanceOf(Projects.ChangedOnDiskException.class);
    assertThat(root.resolve("a.c")).hasContent("theirs");
    Files.delete(root.resolve("a.c"));
    assertThatThrownBy(() -> workspace.save(read, "mine"))
        .isInstanceOf(Projects.ChangedOnDiskException.class);
  }

  @Test
  @Tag("bad:disk-full")
  void fullDiskKeepsTheOldFile() throws Exception {
    try (var disk = SmallDisk.mount(root.resolve("disk"), "size=64k")) {
      var file = Files.writeString(disk.folder().resolve("a.c"), "old");
      var read = workspace.read(file);
      assertThatThrownBy(() -> workspace.save(read, "x".repeat(100_000)))
          .hasMessageContainingAll("the disk is full", "your text is still here");
      assertThat(file).hasContent("old");
      disk.makeReadOnly();
      assertThat(workspace.read(file).readonly()).isTrue();
      assertThat(workspace.read(file).why()).contains("read-only");
    }
  }

  @Test
  void changesAreAgainstTheSavedFileOutsideARepository() throws IOException {
    var file = file("a.c", "1\r\n2\r\n3\r\n4\r\n");
    assertThat(workspace.changes(file, "1\n2\n3\n4\n")).isEmpty();
    assertThat(workspace.changes(file, "0\n1\nzwei\n3\n"))
        .containsExactly(
            new LineChange(LineChange.Kind.ADDED, 0, 1),
            new LineChange(LineChange.Kind.MODIFIED, 2, 3),
            new LineChange(LineChange.Kind.DELETED, 4, 4));
  }

  @Test
  void changesAndStatusAreAgainstHeadInARepository() throws IOException, GitAPIException {
    file("src/a.c", "1\n2\n");
    file("src/b.c", "same\n");
    file(".gitignore", "build/\n*.o\n");
    try (var git = Git.init().setDirectory(root.toFile()).call()) {
      git.add().addFilepattern(".").call();
      git.commit()
          .setMessage("x")
          .setAuthor("a", "a@b")
          .setCommitter("a", "a@b")
          .setSign(false)
          .call();
    }
    var a = file("src/a.c", "1\nzwei\n");
    file("src/new.c", "");
    file("src/x.o", "");
    file("build/out", "");
    assertThat(workspace.changes(a, "1\nzwei\n"))
        .containsExactly(new LineChange(LineChange.Kind.MODIFIED, 1, 2));
    assertThat(workspace.changes(root.resolve("src/new.c"), "\n")).hasSize(1);
    assertThat(workspace.list(root.resolve("src")))
        .extracting(node -> node.path().getFileName().toString(), FileNode::status)
        .containsExactly(
            tuple("a.c", Status.MODIFIED),
            tuple("b.c", Status.NONE),
            tuple("new.c", Status.ADDED),
            tuple("x.o", Status.IGNORED));
    assertThat(workspace.list(root))
        .extracting(node -> node.path().getFileName().toString(), FileNode::status)
        .containsExactly(
            tuple("build", Status.IGNORED),
            tuple("src", Status.NONE),
            tuple(".gitignore", Status.NONE));
  }

  @Test
  void lookingAtARepositoryRunsNothingOfIt() throws Exception {
    file("a.c", "1\n");
    try (var git = Git.init().setDirectory(root.toFile()).call()) {
      git.add().addFilepattern(".").call();
      git.commit()
          .setMessage("x")
          .setAuthor("a", "a@b")
          .setCommitter("a", "a@b")
          .setSign(false)
          .call();
      var config = git.getRepository().getConfig();
      for (var key : List.of("clean", "smudge", "process")) {
        config.setString("filter", "evil", key, "touch " + root.resolve("ran"));
      }
      config.setString("core", null, "fsmonitor", "touch " + root.resolve("ran"));
      config.save();
    }
    file(".gitattributes", "* filter=evil\n");
    var file = file("a.c", "2\n");
    assertThat(workspace.list(root)).extracting(FileNode::status).contains(Status.MODIFIED);
    assertThat(workspace.changes(file, "3\n")).hasSize(1);
    assertThat(root.resolve("ran")).doesNotExist();
  }

  @Test
  void aTreeThatIsTooBigToWatchIsLookedThroughInstead() throws Exception {
    file("one/a.c", "x");
    file("two/b.c", "x");
    file("three/c.c", "x");
    var told = new Semaphore(0);
    try (var watch = FolderWatch.start(root, told::release, new FolderWatch.Limits(1, 20))) {
      assertThat(watch.slower()).hasValueSatisfying(why -> assertThat(why).contains("folders"));
      for (var name : List.of("one/a.c", "two/new/d.c", "three/c.c")) {
        told.drainPermits();
        file(name, "changed " + name);
        assertThat(told.tryAcquire(20, java.util.concurrent.TimeUnit.SECONDS)).as(name).isTrue();
      }
    }
    try (var watch = workspace.watch(root, told::release)) {
      assertThat(watch.slower()).isEmpty();
    }
  }

  @Test
  void aTreeThatGrowsTooBigLaterSaysSoFromThenOn() throws Exception {
    file("one/a.c", "x");
    var told = new Semaphore(0);
    try (var watch = FolderWatch.start(root, told::release, new FolderWatch.Limits(2, 20))) {
      assertThat(watch.slower()).isEmpty();
      file("two/b.c", "x");
      told.acquire();
      Waiting.until("word of it", () -> watch.slower().isPresent());
    }
  }

  @Test
  void theMarkOfAFileIsAnotherOneOnceItWasWritten() throws Exception {
    var file = file("a.c", "x");
    assertThat(workspace.mark(file)).as("written a moment ago").isEmpty();
    age(file, 10);
    var mark = workspace.mark(file);
    assertThat(mark).isPresent().isEqualTo(workspace.mark(file));
    Files.writeString(file, "y");
    age(file, 9);
    assertThat(workspace.mark(file)).isPresent().isNotEqualTo(mark);
    assertThat(workspace.mark(root.resolve("gone"))).isEmpty();
  }

  private static void age(Path file, int seconds) throws IOException {
    Files.setLastModifiedTime(file, FileTime.from(HostClock.wall().minusSeconds(seconds)));
  }

  @Test
  void watchTellsChangesInNewFoldersAndEndsWithItsSubscription() throws Exception {
    var told = new Semaphore(0);
    try (var watch = workspace.watch(root, told::release)) {
      file("a.c", "x");
      told.acquire();
      file("deep/er/b.c", "x");
      told.acquire();
      // The folder is watched once the change that made it was told.
      told.drainPermits();
      file("deep/er/b.c", "y");
      told.acquire();
      assertThat(watch).isNotNull();
    }
    assertThatThrownBy(() -> workspace.watch(root.resolve("none"), told::release))
        .isInstanceOf(IOException.class);
  }

  @Test
  void opensTheEditorOfTheSettingWithOddNames() throws Exception {
    var out = root.resolve("out");
    var script = file("my editor", "#!/bin/sh\nprintf '%s|' \"$@\" > '" + out + "'\n");
    assertThat(script.toFile().setExecutable(true)).isTrue();
    settings.put("editor.external", "'" + script + "' -g {file}:{line}");
    var file = file("a b'$(x).c", "");
    workspace.openExternally(file, 12);
    assertThat(out).hasContent("-g|" + file + ":12|");
    settings.put("editor.external", "/no/such/editor");
    assertThatThrownBy(() -> workspace.openExternally(file, 1)).isInstanceOf(IOException.class);
    settings.remove("editor.external");
    assertThatThrownBy(() -> workspace.openExternally(file, 1))
        .hasMessageContaining("No editor was found");
  }

  private static final class MapSettings implements Settings {
    private final Map<String, String> values = new HashMap<>();

    @Override
    public Optional<String> get(String key) {
      return Optional.ofNullable(values.get(key));
    }

    @Override
    public void put(String key, String value) {
      values.put(key, value);
    }

    @Override
    public void remove(String key) {
      values.remove(key);
    }
  }
}
