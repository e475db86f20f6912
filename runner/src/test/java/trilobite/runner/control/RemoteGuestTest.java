// SPDX-License-Identifier: Apache-2.0
package trilobite.runner.control;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import trilobite.model.reach.Probe;
import trilobite.model.reading.Measured;
import trilobite.model.run.RunEvent;
import trilobite.model.run.RunState;
import trilobite.model.run.Verdict;
import trilobite.model.vitals.Vital;
import trilobite.runner.Waiting;
import trilobite.runner.place.RuntimeFolders;

/// Another process's view of a guest is the owner's.
class RemoteGuestTest {

  private final FakeGuest guest = new FakeGuest();
  private Path folder;
  private ControlServer server;
  private RemoteGuest remote;

  @BeforeEach
  void connect() throws IOException {
    folder = Files.createTempDirectory("tri");
    Files.writeString(folder.resolve("console.log"), "boot\n");
    server = ControlServer.start(guest, folder);
    remote = RemoteGuest.connect(folder, folder);
  }

  @AfterEach
  void close() throws IOException {
    server.close();
    RuntimeFolders.remove(folder);
  }

  @Test
  void statusIsTheOwners() {
    assertThat(remote.status()).isEqualTo(guest.status());
  }

  @Test
  void eventsComeFromTheBeginningAndCarryTheStatus() throws Exception {
    guest.tell(new RunEvent.Booted(2.5));
    guest.tell(new RunEvent.Changed(RunState.RUNNING, "x"));
    var heard = Collections.synchronizedList(new ArrayList<RunEvent>());
    remote.listen(heard::add);
    guest.tell(new RunEvent.Ended(Verdict.CRASHED, "oops", Optional.of(9.5)));

    assertThat(remote.ended().get(10, TimeUnit.SECONDS)).isEqualTo(Verdict.CRASHED);
    Waiting.until("all events", () -> heard.size() == 3);
    assertThat(heard)
        .containsExactly(
            new RunEvent.Booted(2.5),
            new RunEvent.Changed(RunState.RUNNING, "x"),
            new RunEvent.Ended(Verdict.CRASHED, "oops", Optional.of(9.5)));
    assertThat(remote.status().state()).isEqualTo(RunState.ENDED);
  }

  @Test
  void commandsReachTheGuestAndErrorsComeBackInWords() throws IOException {
    remote.type(new byte[] {0, (byte) 0xff, 'a'});
    remote.resume();

    assertThat(guest.typed.toByteArray()).containsExactly(0, 0xff, 'a');
    assertThat(guest.commands).containsExactly("resume");
    assertThatThrownBy(remote::pause)
        .isInstanceOf(IOException.class)
        .hasMessage("QEMU did not answer stop");
  }

  @Test
  void stopReturnsOnceTheGuestIsGone() throws Exception {
    remote.stop();

    assertThat(remote.ended().get(10, TimeUnit.SECONDS)).isEqualTo(Verdict.STOPPED);
  }

  @Test
  void vitalsFollowTheOwnersGapsAndAll() throws Exception {
    var vitals = remote.vitals();
    guest.cpu.add(10, 50);
    guest.cpu.gap(20);
    guest.cpu.add(30, 70);

    Waiting.until(
        "the newest sample",
        () ->
            Optional.ofNullable(vitals.series().get(Vital.CPU))
                .flatMap(series -> series.latest())
                .filter(sample -> sample.t() == 30)
                .isPresent());

    assertThat(vitals.series().get(Vital.CPU).samples(0, 100, 10))
        .isEqualTo(guest.cpu.samples(0, 100, 10));
    assertThat(vitals.latest())
        .containsEntry(Vital.CPU, Measured.of(FakeGuest.READING))
        .containsEntry(Vital.HEAP_USED, Measured.unknown("no symbols"));
    assertThat(vitals.marks()).isEqualTo(guest.vitals().marks());
  }

  @Test
  void theGuestIsSeenThroughItsOwner() {
    assertThat(remote.eyes().heap()).isEqualTo(guest.eyes().heap());
    assertThat(remote.eyes().threads()).isEqualTo(guest.eyes().threads());
  }

  @Test
  void theGuestIsProbedThroughItsOwner() {
    assertThat(remote.reach().ask(new Probe.Connect(80)))
        .isEqualTo(guest.reach().ask(new Probe.Connect(80)));
    assertThat(remote.reach().ask(new Probe.Arp())).isInstanceOf(Measured.Unknown.class);
  }

  @Test
  void theConsoleIsReadFromItsFolder() {
    var bytes = new byte[10];

    assertThat(remote.console().read(0, bytes)).isEqualTo(5);
    assertThat(new String(bytes, 0, 5, UTF_8)).isEqualTo("boot\n");
    assertThat(remote.console().timeAt(0)).isEqualTo(OptionalDouble.empty());
    assertThat(remote.console().live()).isTrue();
  }

  @Test
  void anOwnerThatVanishesIsALostGuest() throws Exception {
    // What a killed owner's socket looks like from here.
    server.drop();

    assertThat(remote.ended().get(10, TimeUnit.SECONDS)).isEqualTo(Verdict.LOST);
    assertThat(remote.status().state()).isEqualTo(RunState.ENDED);
    assertThatThrownBy(() -> remote.type("x".getBytes(UTF_8))).isInstanceOf(IOException.class);
  }
}
