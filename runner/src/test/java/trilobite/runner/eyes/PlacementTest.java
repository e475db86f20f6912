// SPDX-License-Identifier: Apache-2.0
package trilobite.runner.eyes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import trilobite.runner.image.ElfBuilder;
import trilobite.runner.memory.FakeRam;
import trilobite.runner.memory.PageMap;
import trilobite.runner.memory.PageMap.Stretch;
import trilobite.runner.profile.Profile.Moves;

/// A kernel that moved itself is found by its code.
class PlacementTest {

  private static final long START = 0xffff_ffff_8000_0000L;
  private static final Moves WITHIN = new Moves(START, START + 0x20000);

  @TempDir Path folder;

  private final byte[] code = new byte[0x3000];
  private final FakeRam ram = new FakeRam(START - 0x10000, 0x40000);
  private Placement placement = new Placement(0, List.of());

  @BeforeEach
  void makeKernel() throws IOException {
    new Random(1).nextBytes(code);
    placement = Placement.of(new ElfBuilder(64).payload(code).write(folder.resolve("kernel.elf")));
  }

  private static PageMap map(Stretch... stretches) {
    return new PageMap(List.of(stretches), Optional.empty());
  }

  @Test
  void isFoundWhereItsCodeStands() throws IOException {
    ram.bytes(START + 0x5000, code);
    var map = map(new Stretch(START, 0, 0x10000));
    assertThat(placement.find(map, ram, WITHIN)).hasValue(START + 0x5000);
  }

  @Test
  void correctedAddressesDoNotHideIt() throws IOException {
    ram.bytes(START + 0x5000, code);
    for (long at = START + 0x5000; at < START + 0x8000; at += 0x400) {
      ram.words(at, -1);
    }
    var map = map(new Stretch(START, 0, 0x10000));
    assertThat(placement.find(map, ram, WITHIN)).hasValue(START + 0x5000);
  }

  @Test
  void anotherBuildIsNotIt() throws IOException {
    new Random(2).nextBytes(code);
    ram.bytes(START + 0x5000, code);
    assertThat(placement.find(map(new Stretch(START, 0, 0x10000)), ram, WITHIN)).isEmpty();
  }

  @Test
  void aCopyElsewhereAndWhatIsNotMappedDoNotCount() throws IOException {
    // Below the window lies the image as it was loaded; in the window only its first page is
    // mapped.
    ram.bytes(START - 0x8000, code).bytes(START + 0x5000, code);
    var low = new Stretch(START - 0x10000, 0, 0x10000);
    assertThat(placement.find(map(low), ram, WITHIN)).isEmpty();
    var wild = new Stretch(START + 0x30000, 0, 1L << 40);
    assertThat(placement.find(map(low, wild), ram, new Moves(START, -1))).isEmpty();
  }

  @Test
  void aCopyThatLiesWhereTheKernelNeverGoesIsPassedOver() throws IOException {
    // A loader keeps the file that it was handed; the kernel goes to a multiple of 32 KiB.
    ram.bytes(START + 0x1000, code).bytes(START + 0x8000, code);
    var map = map(new Stretch(START, 0, 0x10000));
    assertThat(placement.find(map, ram, WITHIN)).hasValue(START + 0x1000);
    var step = new Moves(START, START + 0x20000, 0x8000);
    assertThat(placement.find(map, ram, step)).hasValue(START + 0x8000);
  }

  @Test
  void aFileWithoutEnoughCodeIsSaid() throws IOException {
    var small = new ElfBuilder(64).payload(new byte[4096]).write(folder.resolve("small.elf"));
    assertThatThrownBy(() -> Placement.of(small)).hasMessageContaining("too small");
  }
}
