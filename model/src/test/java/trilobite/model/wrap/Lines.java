// SPDX-License-Identifier: Apache-2.0
package trilobite.model.wrap;

import java.util.List;

/// Command lines as tools write them, spelled as in their sources, with values of ours filled in.
final class Lines {

  private Lines() {}

  /// KraftKit 0153b6c, `machine/qemu/v1alpha1.go` and `qemu_hostchardev.go`.
  static final String KRAFT =
      "-append '@' -cpu host,+x2apic,-pmu"
          + " -daemonize -device virtio-net-pci,mac=02:b0:b0:dc:97:01,netdev=hostnet0 -device sga"
          + " -display none -enable-kvm -kernel /app/.unikraft/build/nginx_qemu-x86_64"
          + " -machine pc,accel=kvm -m size=67M -monitor unix:/run/k/qemu_mon.sock,server,nowait"
          + " -name 3c3bc1f2-b76c-4dc6-9e6f-28a2db4a8d35"
          + " -netdev user,id=hostnet0,hostfwd=tcp::8080-:80 -nographic -no-reboot"
          + " -S -parallel none -pidfile /run/k/machine.pid"
          + " -qmp unix:/run/k/qemu_control.sock,server,nowait"
          + " -qmp unix:/run/k/qemu_events.sock,server,nowait -rtc base=utc"
          + " -serial file:/run/k/machine.log -smp cpus=1,threads=1,sockets=1 -vga none";

  /// ops cf4f8c5, `lepton/qemu_unix.go`.
  static final String OPS =
      "-machine q35"
          + " -device pcie-root-port,port=0x10,chassis=1,id=pci.1,bus=pcie.0,multifunction=on,addr=0x3"
          + " -device pcie-root-port,port=0x12,chassis=3,id=pci.3,bus=pcie.0,addr=0x3.0x2"
          + " -device virtio-scsi-pci,bus=pci.2,addr=0x0,id=scsi0"
          + " -device scsi-hd,bus=scsi0.0,drive=hd0 -machine accel=kvm:tcg -cpu host -no-reboot"
          + " -cpu max -vga none -smp 2 -machine q35 -device isa-debug-exit -m 2G"
          + " -drive file=/home/me/.ops/images/hi.img,format=raw,if=none,id=hd0"
          + " -device virtio-net,bus=pci.3,addr=0x0,netdev=n0,mac=2e:3c:d1:11:79:29"
          + " -netdev user,id=n0,hostfwd=tcp::8080-:8080 -display none -serial stdio";

  /// OSv 02abeaa, `scripts/run.py`.
  static final String OSV =
      "-vnc :1 -gdb tcp::1234,server,nowait -m 2G -smp 4"
          + " -drive file=/osv/build/release/usr.img,if=virtio,cache=none"
          + " -netdev user,id=un0,net=192.168.122.0/24,host=192.168.122.1"
          + " -device virtio-net-pci,netdev=un0 -device virtio-rng-pci"
          + " -enable-kvm -cpu host,+x2apic -chardev stdio,mux=on,id=stdio,signal=off"
          + " -mon chardev=stdio,mode=readline,default -device isa-serial,chardev=stdio";

  /// The same with `--detach`: no console, no monitor.
  static final String OSV_DETACHED =
      OSV.substring(0, OSV.indexOf(" -chardev")).concat(" -daemonize");

  /// Solo5 1166d38, `scripts/virtio-run/solo5-virtio-run.sh`.
  static final String SOLO5 =
      "-cpu host -enable-kvm -m 512 -nodefaults -machine acpi=off -display none -serial stdio"
          + " -device virtio-net,netdev=n2,addr=0x2,bus=pci.0"
          + " -netdev tap,id=n2,ifname=tap100,script=no,downscript=no"
          + " -device isa-debug-exit -kernel /work/test_net.virtio -append verbose";

  /// Hermit 000fbd3, `xtask/src/ci/qemu.rs`, as a microvm.
  static final String HERMIT =
      "-display none -serial stdio -kernel hermit-loader-x86_64 -initrd target/httpd"
          + " -M microvm,x-option-roms=off,pit=off,pic=off,rtc=on,auto-kernel-cmdline=off,acpi=off"
          + " -global virtio-mmio.force-legacy=off -nodefaults -no-user-config"
          + " -append '@' -cpu Skylake-Client -device isa-debug-exit,iobase=0xf4,iosize=0x04"
          + " -smp 1 -m 1024M -netdev user,id=u1,hostfwd=tcp::9975-:9975,hostfwd=udp::9975-:9975,"
          + "net=192.168.76.0/24,dhcpstart=192.168.76.9"
          + " -device virtio-net-device,netdev=u1,packed=on,mq=on";

  /// The same with virtiofsd: RAM of its own, behind a NUMA node.
  static final String HERMIT_FS =
      "-display none -serial stdio -kernel hermit-loader-x86_64 -m 1024M"
          + " -chardev socket,id=char0,path=./vhostqemu"
          + " -device vhost-user-fs-pci,queue-size=1024,packed=on,chardev=char0,tag=root"
          + " -object memory-backend-file,id=mem,size=1024M,mem-path=/dev/shm,share=on"
          + " -numa node,memdev=mem";

  /// xv6 007f347, `Makefile`: `make qemu` and `make qemu-nox`.
  static final String XV6 =
      "-serial mon:stdio -drive file=fs.img,index=1,media=disk,format=raw"
          + " -drive file=xv6.img,index=0,media=disk,format=raw -smp 2 -m 512";

  static final String XV6_NOX = XV6.replace("-serial mon:stdio", "-nographic");

  /// libvirt 8.0, `tests/qemuxml2argvdata/*-latest.args`: what it starts, cut to what matters here.
  static final String LIBVIRT =
      "-name guest=QEMUGuest1,debug-threads=on -S"
          + " -machine pc,usb=off,dump-guest-core=off,memory-backend=pc.ram -accel kvm -cpu qemu64"
          + " -m 214 -object {\"qom-type\":\"memory-backend-ram\",\"id\":\"pc.ram\",\"size\":224395264}"
          + " -no-user-config -nodefaults -display none"
          + " -chardev socket,id=charmonitor,fd=1729,server=on,wait=off"
          + " -mon chardev=charmonitor,id=monitor,mode=control"
          + " -netdev {\"type\":\"user\",\"id\":\"hostnet0\"}"
          + " -chardev pty,id=charserial0 -serial chardev:charserial0";

  /// The words; `'@'` stands for one that holds spaces, commas and dashes.
  static QemuLine of(String text) {
    return QemuLine.of(
        List.of(text.split(" ")).stream()
            .map(word -> word.equals("'@'") ? "-freq 2000 -- a,b" : word)
            .toList());
  }
}
