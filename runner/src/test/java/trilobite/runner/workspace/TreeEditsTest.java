// SPDX-License-Identifier: Apache-2.0
package trilobite.runner.workspace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TreeEditsTest {

  @TempDir Path home;
  private Path root;
  private Path outside;

  @BeforeEach
  void project() throws IOException {
    root = Files.createDirectories(home.resolve("it's a pröject"));
    outside = Files.createDirectories(home.resolve("outside"));
    Files.writeString(outside.resolve("theirs"), "theirs");
    Files.createDirectories(root.resolve("src"));
    Files.writeString(root.resolve("src/a.c"), "int a;");
    Files.writeString(root.resolve("src/b.c"), "int b;");
  }

  private Trash trash() {
    return new Trash(home.resolve("share/Trash"), 1000);
  }

  @Test
  void makesFilesAndFoldersButNeverOverOthers() throws IOException {
    TreeEdits.createFolder(root, root.resolve("src/net"));
    TreeEdits.createFile(root, root.resolve("src/net/new.c"));
    assertThat(root.resolve("src/net/new.c")).isEmptyFile();
    assertThatThrownBy(() -> TreeEdits.createFile(root, root.resolve("src/a.c")))
        .hasMessage("a.c could not be made: it exists already. Nothing was changed.");
    assertThatThrownBy(() -> TreeEdits.createFolder(root, root.resolve("src")))
        .hasMessageContaining("exists already");
    assertThatThrownBy(() -> TreeEdits.createFile(root, root.resolve("none/a.c")))
        .hasMessageContaining("no such file or folder");
    assertThat(root.resolve("src/a.c")).hasContent("int a;");
  }

  @ParameterizedTest
  @ValueSource(strings = {"src/..", "src/.", " ", "src/.git", "src/two\nlines", "src/\u0007"})
  void namesThatAreNoneAreRefused(String name) {
    assertThatThrownBy(() -> TreeEdits.createFile(root, root.resolve(name)))
        .hasMessageContaining("no name for a file");
  }

  @Test
  void nothingOutsideIsReachedNotEvenByALink() throws IOException {
    Files.createSymbolicLink(root.resolve("link"), outside);
    var theirs = root.resolve("link/theirs");
    assertOutside(() -> TreeEdits.createFile(root, root.resolve("link/new")));
    assertOutside(() -> TreeEdits.createFile(root, root.resolve("../outside/new")));
    assertOutside(() -> TreeEdits.move(root, theirs, root.resolve("mine")));
    assertOutside(() -> TreeEdits.move(root, root.resolve("src/a.c"), root.resolve("link/a.c")));
    assertOutside(() -> TreeEdits.trash(root, theirs, trash()));
    assertThat(outside.resolve("theirs")).hasContent("theirs");
    assertThat(outside.resolve("new")).doesNotExist();
    assertThatThrownBy(() -> TreeEdits.trash(root, root, trash()))
        .hasMessageContaining("stays where it is");

    // The link itself is the project's, and goes without what it names.
    TreeEdits.trash(root, root.resolve("link"), trash());
    assertThat(root.resolve("link")).doesNotExist();
    assertThat(outside.resolve("theirs")).exists();
  }

  private static void assertOutside(org.assertj.core.api.ThrowableAssert.ThrowingCallable call) {
    assertThatThrownBy(call).hasMessageContaining("outside of the project");
  }

  @Test
  void aRenameReplacesNothing() throws IOException {
    TreeEdits.move(root, root.resolve("src/a.c"), root.resolve("src/c.c"));
    assertThat(root.resolve("src/a.c")).doesNotExist();
    assertThat(root.resolve("src/c.c")).hasContent("int a;");
    assertThatThrownBy(() -> TreeEdits.move(root, root.resolve("src/c.c"), root.resolve("src/b.c")))
        .hasMessageContaining("exists already");
    assertThat(root.resolve("src/b.c")).hasContent("int b;");
    TreeEdits.move(root, root.resolve("src"), root.resolve("source"));
    assertThat(root.resolve("source/b.c")).hasContent("int b;");
  }

  @Test
  void theTrashKeepsEverythingAndGivesItBack() throws IOException {
    var first = TreeEdits.trash(root, root.resolve("src/a.c"), trash());
    Files.writeString(root.resolve("src/a.c"), "another");
    var second = TreeEdits.trash(root, root.resolve("src/a.c"), trash());
    var folder = TreeEdits.trash(root, root.resolve("src"), trash());

    assertThat(first.kept()).hasContent("int a;");
    assertThat(second.kept()).hasContent("another");
    assertThat(first.note())
        .content()
        .startsWith("[Trash Info]\nPath=/")
        .contains("it's%20a%20pr%C3%B6ject/src/a.c\nDeletionDate=2");

    assertThatThrownBy(() -> TreeEdits.restore(first)).hasMessageContaining("brought back");
    TreeEdits.restore(folder);
    TreeEdits.restore(first);
    assertThat(root.resolve("src/a.c")).hasContent("int a;");
    assertThat(root.resolve("src/b.c")).hasContent("int b;");
    assertThat(first.note()).doesNotExist();
    assertThatThrownBy(() -> TreeEdits.restore(second)).hasMessageContaining("exists already");
    assertThat(second.kept()).hasContent("another");
  }

  @Test
  void onAnotherFileSystemItsOwnTrashIsUsed() throws IOException {
    var shm = Files.createTempDirectory(Path.of("/dev/shm"), "tri-");
    try {
      Files.createDirectories(shm.resolve("p"));
      Files.writeString(shm.resolve("p/a"), "a");
      long own = ProcessHandle.current().pid();
      var taken = TreeEdits.trash(shm, shm.resolve("p/a"), new Trash(home.resolve("T"), own));
      assertThat(taken.kept()).hasContent("a").startsWith(Path.of("/dev/shm/.Trash-" + own));
      TreeEdits.restore(taken);
      assertThat(shm.resolve("p/a")).hasContent("a");
      Files.delete(Path.of("/dev/shm/.Trash-" + own + "/files"));
      Files.delete(Path.of("/dev/shm/.Trash-" + own + "/info"));
      Files.delete(Path.of("/dev/shm/.Trash-" + own));
    } finally {
      Files.deleteIfExists(shm.resolve("p/a"));
      Files.deleteIfExists(shm.resolve("p"));
      Files.deleteIfExists(shm);
    }
  }
}
