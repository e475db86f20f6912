// SPDX-License-Identifier: Apache-2.0
package trilobite.runner.eyes;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import trilobite.model.guest.FrameRow;
import trilobite.model.guest.HeapRow;
import trilobite.model.guest.Listing;
import trilobite.model.guest.Views;
import trilobite.model.inspect.Backtrace;
import trilobite.model.inspect.Question;
import trilobite.model.reading.Measured;
import trilobite.model.reading.Measured.Known;
import trilobite.model.reading.Measured.Unknown;
import trilobite.model.reading.Source.Kind;
import trilobite.model.time.RunClock;
import trilobite.runner.eyes.GuestView.Heap;
import trilobite.runner.memory.GuestRam;
import trilobite.runner.memory.RamLayout;
import trilobite.runner.profile.Profiles;

class LiveEyesTest {

  private static final long ADDRESS = 0x5000;
  private static final int SIZE = 1 << 20;

  private long nanos = 7_000_000;
  private final LiveEyes eyes =
      new LiveEyes(new RunClock(Instant.EPOCH, 0), () -> nanos += 1_500_000);
  private Path file;
  private GuestView view;

  @BeforeEach
  void makeGuest() throws IOException {
    file = Files.createTempFile(Path.of("/dev/shm"), "trilobite-test", "ram");
    write(new byte[1], SIZE - 1);
    var ram = GuestRam.open(file, RamLayout.of("q35", SIZE));
    var layout = Profiles.load(file).named("tide").orElseThrow().heaps().getFirst();
    view =
        new GuestView(
            ram,
            ram,
            List.of(new Heap(layout, ADDRESS)),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            "a.elf",
            "");
  }

  @AfterEach
  void removeGuest() throws IOException {
    view.ram().close();
    Files.delete(file);
  }

  private void write(byte[] bytes, long at) throws IOException {
    try (var channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
      channel.write(ByteBuffer.wrap(bytes), at);
    }
  }

  private void open(GuestView guest) {
    eyes.open(Views.ALLOCATORS, () -> HeapSubject.read(guest));
  }

  private void heap(long used) throws IOException {
    var bytes = ByteBuffer.allocate(80).order(ByteOrder.LITTLE_ENDIAN);
    bytes.putInt(0x70616568).putInt(1).putLong(1000).putLong(used).putLong(1000 - used);
    bytes.putLong(900).putLong(2).putLong(5).putLong(3);
    write(bytes.array(), ADDRESS);
  }

  private static String why(Measured<List<HeapRow>> heap) {
    return ((Unknown<List<HeapRow>>) heap).reason().why();
  }

  @Test
  void saysThatMemoryIsNotOpenYetOrCannotBe() {
    assertThat(why(eyes.heap())).contains("being opened");
    eyes.blind("the file is gone");
    assertThat(why(eyes.heap())).isEqualTo("the file is gone");
  }

  @Test
  void readsAnewEachTimeWithWhereWhenAndCost() throws IOException {
    open(view);
    assertThat(why(eyes.heap())).contains("not set up yet");
    heap(400);
    var reading = ((Known<List<HeapRow>>) eyes.heap()).reading();
    assertThat(reading.value()).containsExactly(HeapRow.figures("tide", 1000, 400, 900, 2));
    assertThat(reading.source().detail()).isEqualTo("tide_heap in ram, symbol from a.elf");
    assertThat(reading.costMicros()).isEqualTo(1500);
    assertThat(reading.takenAt()).isEqualTo(12);
    heap(500);
    assertThat(eyes.heap().value().orElseThrow().getFirst().used()).isEqualTo(500);
  }

  @Test
  void afterTheEndThereIsWhatWasThenInMemory() throws IOException {
    heap(400);
    open(view);
    assertThat(eyes.heap().value().orElseThrow().getFirst().used()).isEqualTo(400);
    heap(500);
    eyes.close(false);
    heap(600);
    assertThat(eyes.heap().value().orElseThrow().getFirst().used()).isEqualTo(500);
    assertThat(((Known<List<HeapRow>>) eyes.heap()).reading().takenAt()).isLessThan(60);
  }

  @Test
  void whatTheEndCutOffIsNotWorthMoreThanTheReadingBefore() throws IOException {
    heap(400);
    open(view);
    var last = eyes.heap();
    heap(Long.MAX_VALUE);
    eyes.close(false);
    assertThat(eyes.heap()).isEqualTo(last);
  }

  @Test
  void aViewThatCouldNotBeReadInTimeIsNotSaidToBeOnItsWay() {
    eyes.open(
        Views.FRAMES,
        () -> {
          throw new AssertionError("gdb takes too long at a run's end");
        });
    eyes.close(false);
    assertThat(eyes.ask(new Question.Stack("9", false)).value()).isEmpty();
    assertThat(((Unknown<?>) eyes.see(Views.FRAMES)).reason())
        .isEqualTo(
            ((Unknown<?>) Measured.unknown("the guest ended before anybody looked at its frames"))
                .reason());
  }

  @Test
  void theStacksOfAGuestThatFellAreReadAtItsEnd() {
    var rows =
        List.of(
            new FrameRow(4, "worker-0", 0, "schedule", "schedule.c", 98, 0x1000, false, false),
            new FrameRow(9, "shell", 0, "panic", "panic.c", 122, 0x2000, true, false),
            new FrameRow(9, "shell", 1, "fault", "misbehave.c", 30, 0x2010, false, true));
    eyes.open(
        Views.FRAMES,
        () -> Look.Seen.of(new Listing<>(rows, Optional.empty()), Kind.GUEST_MEMORY, "a test"));
    eyes.close(true);
    for (var name : List.of("9", "shell")) {
      var stack = eyes.ask(new Question.Stack(name, true)).value().orElseThrow();
      assertThat(stack.frames())
          .extracting(Backtrace.Frame::function)
          .containsExactly("panic", "fault");
      assertThat(stack.approximate()).isPresent();
    }
    assertThat(eyes.ask(new Question.Stack("4", false)).value().orElseThrow().approximate())
        .isEmpty();
    assertThat(((Unknown<?>) eyes.ask(new Question.Stack("1", false))).reason().why())
        .contains("no stack of that thread");
    assertThat(((Unknown<?>) eyes.ask(new Question.Print("x"))).reason().why())
        .contains("nothing can be asked");
  }

  @Test
  void aViewThatCannotBeSeenSaysWhyAndTheOthersStay() throws IOException {
    heap(400);
    open(view);
    eyes.blind(Views.THREADS, "no OS profile fits");
    assertThat(((Unknown<?>) eyes.threads()).reason().why()).isEqualTo("no OS profile fits");
    assertThat(eyes.heap().value()).isPresent();
  }

  @Test
  void whatIsOpenedAfterTheEndIsNotReadAndWhatNeverWasSaysSo() throws IOException {
    heap(400);
    eyes.close(false);
    open(view);
    assertThat(why(eyes.heap())).contains("ended before");
  }
}
