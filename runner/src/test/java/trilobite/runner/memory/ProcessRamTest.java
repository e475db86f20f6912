// SPDX-License-Identifier: Apache-2.0
package trilobite.runner.memory;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// This process is the one whose memory is read: it has pages that it never touched.
class ProcessRamTest {

  private static final int PAGE = 4096;
  private static final int HUGE = 2 << 20;
  private static final int PAGES = 3 * HUGE / PAGE;
  private static final long GUEST = 0x100000;

  private final Linker linker = Linker.nativeLinker();
  private MemorySegment mapped;

  @BeforeEach
  void mapUntouchedPages() throws Throwable {
    var mmap =
        linker.downcallHandle(
            linker.defaultLookup().findOrThrow("mmap"),
            FunctionDescriptor.of(
                ADDRESS, ADDRESS, JAVA_LONG, JAVA_INT, JAVA_INT, JAVA_INT, JAVA_LONG));
    // PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS
    var at =
        (MemorySegment) mmap.invokeExact(MemorySegment.NULL, (long) PAGES * PAGE, 3, 0x22, -1, 0L);
    mapped = at.reinterpret((long) PAGES * PAGE);
    mapped.setString(3L * PAGE + 16, "trilobite");
    mapped.set(ValueLayout.JAVA_BYTE, 10L * PAGE, (byte) 7);
  }

  @AfterEach
  void unmap() throws Throwable {
    var munmap =
        linker.downcallHandle(
            linker.defaultLookup().findOrThrow("munmap"),
            FunctionDescriptor.of(JAVA_INT, ADDRESS, JAVA_LONG));
    assertThat((int) munmap.invokeExact(mapped, (long) PAGES * PAGE)).isZero();
  }

  private GuestRam open() throws IOException {
    long size = (long) PAGES * PAGE;
    var extent = new RamLayout.Extent(GUEST, GUEST + size, mapped.address());
    return GuestRam.of(ProcessHandle.current().pid(), new RamLayout(List.of(extent)));
  }

  @Test
  void readsWhatTheProcessHasWithoutTouchingWhatItHasNot() throws IOException {
    try (var ram = open()) {
      assertThat(ram.touched()).isEqualTo(2 * PAGE);
      var all = ram.read(GUEST, 64 * PAGE);
      var text = new byte[9];
      all.get(3 * PAGE + 16, text);
      assertThat(new String(text, StandardCharsets.UTF_8)).isEqualTo("trilobite");
      assertThat(all.get(10 * PAGE)).isEqualTo((byte) 7);
      assertThat(all.getLong(20 * PAGE)).isZero();
      assertThat(ram.touched()).as("after all of it was read").isEqualTo(2 * PAGE);
      assertThat(ram.touched(GUEST + 3 * PAGE)).isTrue();
      assertThat(ram.touched(GUEST + 4 * PAGE)).isFalse();
      assertThat(ram.touchedFrom(0, 10))
          .containsExactly(
              new GuestRam.Stretch(GUEST + 3 * PAGE, PAGE),
              new GuestRam.Stretch(GUEST + 10 * PAGE, PAGE));
      assertThat(ram.place()).isEqualTo("/proc/" + ProcessHandle.current().pid() + "/mem");
    }
  }

  /// As QEMU does to pages that its guest never touched, when it writes a core.
  @Test
  void whatTheProcessOnlyReadIsNotTouched() throws Throwable {
    long whole = (mapped.address() + 2 * HUGE - 1) / HUGE * HUGE - mapped.address();
    var madvise =
        linker.downcallHandle(
            linker.defaultLookup().findOrThrow("madvise"),
            FunctionDescriptor.of(JAVA_INT, ADDRESS, JAVA_LONG, JAVA_INT));
    // MADV_HUGEPAGE, as QEMU advises; a kernel without huge pages refuses.
    int _ = (int) madvise.invokeExact(mapped.asSlice(whole), (long) HUGE, 14);
    try (var ram = open()) {
      assertThat(mapped.get(ValueLayout.JAVA_BYTE, whole)).isZero();
      assertThat(mapped.get(ValueLayout.JAVA_BYTE, 30L * PAGE)).isZero();
      assertThat(ram.touched()).isEqualTo(2 * PAGE);
      assertThat(ram.read(GUEST + 30 * PAGE, 8).getLong(0)).isZero();
    }
  }

  @Test
  void outsideOfTheGuestsMemoryNothingIsRead() throws IOException {
    try (var ram = open()) {
      assertThatThrownBy(() -> ram.read(GUEST - 1, 1)).isInstanceOf(MemoryException.class);
      assertThatThrownBy(() -> ram.read(GUEST + (PAGES - 1) * PAGE, 2 * PAGE))
          .isInstanceOf(MemoryException.class);
    }
  }

  @Test
  void aProcessThatHasEndedIsSaidToHave() throws Exception {
    var child = new ProcessBuilder("sleep", "600").start();
    var extent = new RamLayout.Extent(0, PAGE, mapped.address());
    try (var ram = GuestRam.of(child.pid(), new RamLayout(List.of(extent)))) {
      child.destroyForcibly().waitFor();
      assertThatThrownBy(() -> ram.read(0, 8)).hasMessageContaining("has ended");
    }
    long gone = child.pid();
    assertThatThrownBy(() -> GuestRam.of(gone, new RamLayout(List.of(extent))))
        .hasMessage("process " + gone + " has ended");
  }

  @Test
  void theSettingInTheWayIsNamedWithItsCure(@TempDir Path proc) throws IOException {
    var folder = Files.createDirectories(proc.resolve("12"));
    Files.createDirectories(proc.resolve("self"));
    var yama = Files.createDirectories(proc.resolve("sys/kernel/yama"));
    Files.writeString(yama.resolve("ptrace_scope"), "1\n");
    assertThat(MemoryPermission.of(proc, 12))
        .satisfies(
            no -> {
              assertThat(no.given()).isFalse();
              assertThat(no.why())
                  .contains("kernel.yama.ptrace_scope is 1")
                  .contains("sudo sysctl kernel.yama.ptrace_scope=0")
                  .contains("shared RAM");
            });
    Files.writeString(folder.resolve("mem"), "");
    assertThat(MemoryPermission.of(proc, 12).given()).isTrue();
    assertThat(MemoryPermission.of(proc, 13).why()).isEqualTo("Process 13 has ended.");
  }
}
