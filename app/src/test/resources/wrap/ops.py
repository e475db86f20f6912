# SPDX-License-Identifier: Apache-2.0
# Starts and stops a guest as `ops instance create` does: words in their order, in a session of its
# own without streams, without acceleration, QMP on a TCP port. Ours boots by -kernel beside the drive.
# Source: nanovms/ops bb2d9ce4, qemu/qemu_unix.go (setConfig, Args, Start, Stop) and
# qemu_components.go beside it; the process id as in provider/onprem/onprem_instance.go.
import json, os, signal, socket, subprocess, sys

here = os.getcwd()
image, port, own = sys.argv[2:5]
root = "pcie-root-port,port=0x1"


def start():
    subprocess.run(["qemu-system-x86_64", "--version"], check=True, stdout=subprocess.DEVNULL)
    with open("disk.raw", "wb") as disk:
        disk.truncate(1 << 20)
    line = f"""-machine q35
        -device {root}0,chassis=1,id=pci.1,bus=pcie.0,multifunction=on,addr=0x3
        -device {root}1,chassis=2,id=pci.2,bus=pcie.0,addr=0x3.0x6
        -device {root}2,chassis=3,id=pci.4,bus=pcie.0,addr=0x3.0x4
        -device virtio-scsi-pci,bus=pci.2,addr=0x0,id=scsi0 -device scsi-hd,bus=scsi0.0,drive=hd0
        -vga none -device isa-debug-exit -m 64M -device virtio-rng-pci -device virtio-balloon -cpu max
        -drive file={here}/disk.raw,format=raw,if=none,id=hd0
        -device virtio-net,bus=pci.4,addr=0x0,netdev=n0,mac=02:b0:b0:1d:be:02
        -netdev user,id=n0,hostfwd=tcp::{port}-:80
        -display none -serial file:{here}/own.log
        -qmp tcp:localhost:{own},server,wait=off
        -kernel {image}"""
    child = subprocess.Popen(
        ["qemu-system-x86_64"] + line.split(),
        start_new_session=True,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    with open("own.pid", "w") as file:
        file.write(str(child.pid))


def stop():
    with socket.create_connection(("localhost", int(own))) as client:
        lines = client.makefile("rw")
        for word in ("qmp_capabilities", "system_powerdown"):
            lines.readline()
            lines.write(json.dumps({"execute": word}) + "\n")
            lines.flush()
        lines.readline()
    os.kill(int(open("own.pid").read()), signal.SIGKILL)


{"start": start, "stop": stop}[sys.argv[1]]()
