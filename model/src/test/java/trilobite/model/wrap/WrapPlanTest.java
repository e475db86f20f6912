// SPDX-License-Identifier: Apache-2.0
package trilobite.model.wrap;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// What is added to the lines of real tools, word by word; everything else stays.
class WrapPlanTest {

  private static final WrapPlaces PLACES = new WrapPlaces(Path.of("/r"), Path.of("/d"), 8L << 30);
  private static final String QMP =
      "+ -chardev socket,id=trilobite-qmp,path=/r/qmp.sock,server=on,wait=off";
  private static final String MON = "+ -mon chardev=trilobite-qmp,mode=control";
  private static final String LOG = ",logfile=/d/console.log,logappend=on";

  private static WrapPlan plan(String line) {
    return WrapPlan.of(Lines.of(line), "x86_64", PLACES);
  }

  private static String ram(String region, long bytes) {
    return "+ -object memory-backend-file,id=%s,share=on,mem-path=/r/ram,size=%d"
        .formatted(region, bytes);
  }

  private static String tap(int number, String network) {
    return "+ -object filter-dump,id=trilobite-tap%d,netdev=%s,file=/d/tap%d.pcap"
        .formatted(number, network, number);
  }

  @Test
  void kraftsLogStaysAndIsCopied() {
    var plan = plan(Lines.KRAFT);

    assertThat(plan.difference())
        .containsExactly(
            ram("pc.ram", 67L << 20),
            "+ -machine memory-backend=pc.ram",
            "- -serial file:/run/k/machine.log",
            "+ -chardev file,id=serial0,path=/run/k/machine.log" + LOG,
            "+ -serial chardev:serial0",
            QMP,
            MON,
            tap(0, "hostnet0"));
    assertThat(plan.notes()).isEmpty();
    assertThat(plan.untapped()).isFalse();
    assertThat(plan.words()).contains("-daemonize", "-S", "-freq 2000 -- a,b");
  }

  @Test
  void opsKeepsItsTerminalAndTheMonitorThatQemuMakes() {
    assertThat(plan(Lines.OPS).difference())
        .containsExactly(
            ram("pc.ram", 2L << 30),
            "+ -machine memory-backend=pc.ram",
            "- -serial stdio",
            "+ -chardev stdio,id=serial0" + LOG,
            "+ -serial chardev:serial0",
            "+ -monitor vc:80Cx24C",
            QMP,
            MON,
            tap(0, "n0"));
  }

  @Test
  void osvsConsoleIsADeviceOnACharacterDeviceOfItsOwn() {
    assertThat(plan(Lines.OSV).difference())
        .contains(
            "- -chardev stdio,mux=on,id=stdio,signal=off",
            "+ -chardev stdio,mux=on,id=stdio,signal=off" + LOG)
        .doesNotContain("+ -monitor vc:80Cx24C")
        .contains(tap(0, "un0"));
    assertThat(plan(Lines.OSV_DETACHED).difference())
        .contains("+ -chardev vc,id=serial0,cols=80,rows=24" + LOG, "+ -monitor vc:80Cx24C");
  }

  @Test
  void solo5HasNoDefaultsAndATap() {
    assertThat(plan(Lines.SOLO5).difference())
        .containsExactly(
            ram("pc.ram", 512L << 20),
            "+ -machine memory-backend=pc.ram",
            "- -serial stdio",
            "+ -chardev stdio,id=serial0" + LOG,
            "+ -serial chardev:serial0",
            QMP,
            MON,
            tap(0, "n2"));
  }

  @Test
  void hermitsMicrovmHasItsOwnNameForRam() {
    assertThat(plan(Lines.HERMIT).difference())
        .contains(ram("microvm.ram", 1L << 30), "+ -machine memory-backend=microvm.ram");
  }

  @Test
  void ramBehindNumaIsLeftAloneAndTheRestIsAdded() {
    var plan = plan(Lines.HERMIT_FS);

    assertThat(plan.ram()).isEmpty();
    assertThat(plan.notes())
        .containsExactly("RAM is left as it is: -numa shares it out between nodes.");
    assertThat(plan.difference()).contains(QMP, "+ -chardev stdio,id=serial0" + LOG);
    assertThat(plan.untapped()).as("QEMU's own network card").isTrue();
  }

  @Test
  void makeQemuKeepsItsMuxedMonitor() {
    assertThat(plan(Lines.XV6).difference())
        .containsExactly(
            ram("pc.ram", 512L << 20),
            "+ -machine memory-backend=pc.ram",
            "- -serial mon:stdio",
            "+ -chardev stdio,id=serial0,mux=on,signal=off" + LOG,
            "+ -serial chardev:serial0",
            "+ -mon chardev=serial0,mode=readline",
            QMP,
            MON);
    assertThat(plan(Lines.XV6_NOX).difference())
        .containsSubsequence(
            "+ -chardev stdio,id=serial0,mux=on,signal=off" + LOG,
            "+ -serial chardev:serial0",
            "+ -mon chardev=serial0,mode=readline",
            QMP)
        .noneMatch(line -> line.contains("-monitor"));
  }

  @Test
  void libvirtsRamIsItsOwn() {
    var plan = plan(Lines.LIBVIRT);

    assertThat(plan.ram()).isEmpty();
    assertThat(plan.notes())
        .containsExactly(
            "RAM is left as it is: the line gives it a memory backend of its own, pc.ram, that is"
                + " no shared file.");
    assertThat(plan.difference())
        .containsExactly(
            "- -chardev pty,id=charserial0",
            "+ -chardev pty,id=charserial0" + LOG,
            QMP,
            MON,
            tap(0, "hostnet0"));
  }

  @Test
  void aSharedFileOfTheLinesOwnIsRead() {
    var plan =
        plan(
            "-m 64 -machine q35,memory-backend=m0 -nodefaults"
                + " -object memory-backend-file,id=m0,size=67108864,mem-path=/x/m,share=on");

    assertThat(plan.ram()).contains(new WrapPlan.Ram(Path.of("/x/m"), "m0", 64L << 20));
    assertThat(plan.difference()).containsExactly(QMP, MON);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "-m 1G|1073741824",
        "-m 1024|1073741824",
        "--m 1.5G|1610612736",
        "-m size=1G,slots=2,maxmem=4G|1073741824",
        "-m 1G -m slots=2,maxmem=4G|1073741824",
        "-m 64 -m 96M|100663296",
        "-m 1000K|1024000",
        "-m 1001K|1032192",
        "-m 0|134217728",
        "-smp 1|134217728"
      })
  void memoryInEverySpelling(String line, long bytes) {
    assertThat(plan(line).ram().orElseThrow().bytes()).isEqualTo(bytes);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "-readconfig vm.cfg|-readconfig may say more of it than stands in the line",
        "-mem-path /dev/hugepages|-mem-path has it in a place of its own",
        "-M isa-x,accel=tcg|it is not known how the machine “isa-x” of x86_64 takes it",
        "-m lots|its size, -m lots, is not understood",
        "-m 9G|9 GiB do not fit into the 8 GiB free",
        "-accel xen|Xen has it",
        "-machine q35,confidential-guest-support=sev0|it is encrypted"
      })
  void ramThatIsLeftAloneSaysWhy(String line, String why) {
    var plan = plan(line + " -nodefaults");

    assertThat(plan.notes()).contains("RAM is left as it is: " + why + ".");
    assertThat(plan.difference()).as("the rest is added").containsExactly(QMP, MON);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "pty|pty,id=serial0",
        "null|null,id=serial0",
        "vc:80Cx24C|vc,id=serial0,cols=80,rows=24",
        "vc:800x600|vc,id=serial0,width=800,height=600",
        "unix:/s,server,nowait|socket,id=serial0,path=/s,server=on,wait=off",
        "unix:/s,server=on,wait=off|socket,id=serial0,path=/s,server=on,wait=off",
        "tcp::4555,server|socket,id=serial0,host=,port=4555,server=on",
        "telnet:127.0.0.1:4,server,nowait|socket,id=serial0,host=127.0.0.1,port=4,telnet=on,server=on,wait=off",
        "file:a,b|file,id=serial0,path=a,,b",
        "mon:unix:/s,server|socket,id=serial0,path=/s,server=on,mux=on"
      })
  void eachShortFormHasALongOne(String shortForm, String longForm) {
    assertThat(plan("-serial " + shortForm).difference())
        .contains("+ -chardev " + longForm + LOG, "+ -serial chardev:serial0");
  }

  @ParameterizedTest
  @ValueSource(strings = {"-serial none", "-serial /dev/ttyS0", "-serial chardev:nowhere"})
  void aConsoleThatCannotBeLoggedSaysWhy(String line) {
    var plan = plan(line);

    assertThat(plan.console()).isEmpty();
    assertThat(plan.notes()).anyMatch(note -> note.startsWith("The console is left as it is: "));
    assertThat(plan.words()).containsSubsequence(List.of(line.split(" ")));
  }

  @Test
  void aLogOfTheLinesOwnIsRead() {
    var plan = plan("-chardev stdio,id=char0,logfile=serial.log,signal=off -serial chardev:char0");

    assertThat(plan.console()).contains(Path.of("serial.log"));
    assertThat(plan.difference()).noneMatch(line -> line.contains("logfile"));
  }

  @Test
  void packetsThatPassBesideQemuAreNotTapped() {
    var plan = plan("-nodefaults -netdev tap,id=hn0,script=up.sh,vhost=on -netdev user,id=u");

    assertThat(plan.notes())
        .contains("Packets of hn0 are not seen: they pass beside QEMU, by vhost.");
    assertThat(plan.difference()).contains(tap(0, "u"));
  }

  @Test
  void aNetworkWithoutANameIsTappedLater() {
    assertThat(plan("-nic user,model=virtio").untapped()).isTrue();
    assertThat(plan("-net nic -net user").untapped()).isTrue();
    assertThat(plan("-net none").untapped()).isFalse();
    assertThat(plan("-nodefaults").untapped()).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "-version",
        "--help",
        "-machine help",
        "-device virtio-net-pci,help",
        "-cpu ?",
        "-M none"
      })
  void aQuestionStartsNoGuest(String line) {
    assertThat(Lines.of(line).question()).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        Lines.KRAFT,
        Lines.OPS,
        Lines.OSV,
        Lines.SOLO5,
        Lines.HERMIT,
        Lines.HERMIT_FS,
        Lines.XV6,
        Lines.LIBVIRT,
        "disk.img -hda x -snapshot -boot d -"
      })
  void aLineThatIsOnlyReadComesOutAsItWas(String line) {
    var words = Lines.of(line).words();

    assertThat(QemuLine.of(words).words()).isEqualTo(words);
    assertThat(Lines.of(line).question()).isFalse();
  }

  @Test
  void theDifferenceIsAllThatDiffers() {
    var line = Lines.of(Lines.KRAFT);
    var words = new java.util.ArrayList<>(WrapPlan.of(line, "x86_64", PLACES).words());

    for (var change : plan(Lines.KRAFT).difference()) {
      if (change.startsWith("+ ")) {
        for (var word : change.substring(2).split(" ")) {
          words.remove(words.lastIndexOf(word));
        }
      }
    }
    var before = new java.util.ArrayList<>(line.words());
    before.remove("-serial");
    before.remove("file:/run/k/machine.log");
    assertThat(words).isEqualTo(before);
  }
}
