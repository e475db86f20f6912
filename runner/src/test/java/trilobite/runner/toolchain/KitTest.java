// SPDX-License-Identifier: Apache-2.0
package trilobite.runner.toolchain;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.concurrent.Callable;
import java.util.concurrent.FutureTask;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import trilobite.runner.data.Data;

class KitTest {

  @TempDir Path root;

  private Data data() throws IOException {
    Files.createDirectories(root.resolve("data/guest/lib"));
    Files.writeString(root.resolve("data/guest/lib/libtide.a"), "one");
    Files.writeString(root.resolve("data/guest/KIT"), "1");
    return Data.in(root.resolve("data"));
  }

  @Test
  void unpacksOnceForEachContent() throws IOException {
    var kit = new Kit(data(), root.resolve("cache"));
    var first = kit.folder().orElseThrow();
    assertThat(first.resolve("lib/libtide.a")).hasContent("one");
    assertThat(kit.folder()).contains(first);
    Files.writeString(root.resolve("data/guest/lib/libtide.a"), "two");
    assertThat(kit.folder()).as("a program's own does not change").contains(first);
    var next = new Kit(Data.in(root.resolve("data")), root.resolve("cache"));
    assertThat(next.folder().orElseThrow().resolve("lib/libtide.a")).hasContent("two");
    assertThat(first.resolve("lib/libtide.a")).hasContent("one");
  }

  @Test
  void manyAtOnceAgreeAndLeaveNothingElse() throws Exception {
    var data = data();
    var tasks = new ArrayList<FutureTask<Path>>();
    for (int i = 0; i < 16; i++) {
      Callable<Path> unpack = () -> new Kit(data, root.resolve("cache")).folder().orElseThrow();
      tasks.add(new FutureTask<>(unpack));
      Thread.ofVirtual().start(tasks.getLast());
    }
    for (var task : tasks) {
      assertThat(task.get().resolve("lib/libtide.a")).hasContent("one");
    }
    try (var left = Files.list(root.resolve("cache/kit"))) {
      assertThat(left).hasSize(1);
    }
  }

  @Test
  void programWithoutAKitHasNone() throws IOException {
    assertThat(new Kit(Data.in(root.resolve("none")), root).folder()).isEmpty();
  }
}
