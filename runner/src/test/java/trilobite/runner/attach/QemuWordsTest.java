// SPDX-License-Identifier: Apache-2.0
package trilobite.runner.attach;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import trilobite.model.run.ForwardBinding;

class QemuWordsTest {

  private static QemuWords of(String... words) {
    return QemuWords.of(List.of(words));
  }

  @Test
  void nameMachineAndMemoryAreAsQemuTakesThem() {
    var words = of("q", "-name", "guest=a b,debug-threads=on", "--machine", "type=q35", "-m", "2G");
    assertThat(words.name()).isEqualTo("a b");
    assertThat(words.machine()).isEqualTo("q35");
    assertThat(words.memory()).isEqualTo(2L << 30);
    assertThat(of("q", "-kernel", "/x/vm.elf", "-M", "microvm,acpi=off").name())
        .isEqualTo("vm.elf");
    assertThat(of("q", "-M", "microvm,acpi=off").machine()).isEqualTo("microvm");
    assertThat(of("q").machine()).isEqualTo("pc");
    assertThat(of("q").memory()).isEqualTo(128L << 20);
    assertThat(of("q", "-m", "much").memory()).isZero();
    assertThat(of("q", "-m", "size=64,slots=2,maxmem=1G").memory()).isEqualTo(64L << 20);
  }

  @Test
  void qmpSocketsAreFoundWhereverTheyAreNamed() {
    assertThat(
            of(
                    "q",
                    "-qmp",
                    "unix:/a,server=on,wait=off",
                    "-chardev",
                    "socket,id=m,path=/b,server=on",
                    "-mon",
                    "chardev=m,mode=control",
                    "-chardev",
                    "socket,id=h,path=/c,server=on",
                    "-mon",
                    "chardev=h,mode=readline")
                .qmpSockets())
        .containsExactly("/a", "/b");
    assertThat(of("q", "-qmp", "tcp:localhost:4444,server").qmpSockets()).isEmpty();
    assertThat(of("q", "-chardev", "socket,id=charmonitor,fd=28,server=on").libvirt()).isTrue();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "-serial file:/x|file|/x",
        "-serial unix:/s,server=on,wait=off|socket|/s",
        "-serial stdio|stdio|''",
        "-nographic|stdio|''",
        "-serial pty|pty|''",
        "-chardev socket,id=c,path=/s,server=on -serial chardev:c|socket|/s",
        "-chardev pty,id=c,logfile=/l -serial chardev:c|file|/l",
        "-m 64|''|''"
      })
  void theSerialLineIsFound(String line, String kind, String path) {
    assertThat(of(("q " + line).split(" ")).serial()).isEqualTo(new QemuWords.Serial(kind, path));
  }

  @Test
  void forwardsDrivesAndAccelerator() {
    var words =
        of(
            "q",
            "-netdev",
            "user,id=n,hostfwd=tcp:127.0.0.1:8080-:80,hostfwd=udp::53-10.0.2.15:53",
            "-drive",
            "file=a",
            "-hda",
            "b",
            "-accel",
            "kvm");
    assertThat(words.forwards())
        .containsExactly(
            new ForwardBinding("tcp", "127.0.0.1", 8080, 80),
            new ForwardBinding("udp", "0.0.0.0", 53, 53));
    assertThat(words.drives()).isEqualTo(2);
    assertThat(words.accelerator()).isEqualTo("kvm");
    assertThat(of("q", "-enable-kvm").accelerator()).isEqualTo("kvm");
    assertThat(of("q", "-M", "q35,accel=kvm:tcg").accelerator()).isEqualTo("kvm:tcg");
    assertThat(of("q").accelerator()).isEqualTo("tcg");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "/usr/bin/qemu-system-aarch64 -m 1G -name x|qemu|x|1024|aarch64",
        "solo5-hvt --mem=32 --net:n=tap0 /u/app.hvt|solo5-hvt|app.hvt|32|x86_64",
        "solo5-hvt app.hvt|solo5-hvt|app.hvt|512|x86_64",
        "cloud-hypervisor --memory size=256M --kernel vmlinux|cloud-hypervisor|vmlinux|256|x86_64",
        "cloud-hypervisor --memory=size=1G,shared=on --kernel=/b/vmlinux|cloud-hypervisor|vmlinux|1024|x86_64",
        "uhyve -m 128M ./hello|uhyve|hello|128|x86_64",
        "uhyve --no-aslr hello -m 3|uhyve|hello|64|x86_64",
        "uhyve --memory-size=32MiB -c 2 hello|uhyve|hello|32|x86_64",
        "solo5-hvt --mem=8 -- app.hvt --mem=9|solo5-hvt|app.hvt|8|x86_64",
        "firecracker --api-sock /s --id vm7|firecracker|vm7|0|x86_64"
      })
  void everyMonitorIsKnownByItsNameAndSaysItsMemory(
      String line, String word, String name, long mebibytes, String arch) {
    var process = new HostProcess(1, Path.of("/proc/1"), "me", List.of(line.split(" ")));
    var monitor = Monitor.of(process).orElseThrow();
    assertThat(monitor.word()).isEqualTo(word);
    assertThat(monitor.name(process)).isEqualTo(name);
    assertThat(monitor.memory(process)).isEqualTo(mebibytes << 20);
    assertThat(monitor.arch(process)).isEqualTo(arch);
  }

  @Test
  void firecrackersConfigurationSaysWhatItsLineDoesNot(@TempDir Path folder) throws Exception {
    var file =
        Files.writeString(
            folder.resolve("vm.json"),
            """
            {"boot-source": {"kernel_image_path": "/vm/k.elf"}, "drives": [],
             "machine-config": {"vcpu_count": 2, "mem_size_mib": 256}}
            """);
    var process =
        new HostProcess(
            1,
            Path.of("/proc/1"),
            "me",
            List.of("firecracker", "--no-api", "--config-file", file.toString()));
    var monitor = Monitor.of(process).orElseThrow();
    assertThat(monitor.memory(process)).isEqualTo(256L << 20);
    assertThat(monitor.name(process)).isEqualTo("k.elf");
    assertThat(monitor.hidden(process)).isEmpty();

    Files.writeString(file, "{\"machine-config\": {\"mem_size_mib\": -1}");
    assertThat(monitor.memory(process)).isZero();
    assertThat(monitor.hidden(process).orElseThrow()).contains("--config-file");
  }

  @Test
  void uhyvesMemoryIsNotGuessedWhereItsAddressIsRandom() {
    var process = new HostProcess(1, Path.of("/proc/1"), "me", List.of("uhyve", "hello"));
    assertThat(Monitor.of(process).orElseThrow().hidden(process).orElseThrow())
        .contains("--no-aslr");
  }

  @Test
  void otherProgramsAreNoMonitors() {
    var process = new HostProcess(1, Path.of("/proc/1"), "me", List.of("/bin/qemu-img", "info"));
    assertThat(Monitor.of(process)).isEmpty();
  }
}
