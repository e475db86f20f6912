# SPDX-License-Identifier: Apache-2.0
# Starts and stops a guest as `kraft run` does: what it asks QEMU first, the words in their order,
# stopped and in the background, then "cont" by a monitor of its own.
# Source: unikraft/kraftkit v0.9.2-111-gf02a5331, machine/qemu/v1alpha1.go (Create, Start, Stop),
# order of the words: machine/qemu/config.go; their form: qemu_*.go beside it.
import json, os, socket, subprocess, sys

here = os.getcwd()
image, port = sys.argv[2], sys.argv[3]
qemu = "qemu-system-x86_64"


def unix(name):
    return f"unix:{here}/{name}.sock,server,nowait"


def monitor(command):
    with socket.socket(socket.AF_UNIX) as client:
        client.connect(f"{here}/qemu_control.sock")
        lines = client.makefile("rw")
        lines.readline()
        for word in ("qmp_capabilities", command):
            lines.write(json.dumps({"execute": word}) + "\n")
            lines.flush()
            while "return" not in json.loads(lines.readline()):
                pass


def start():
    subprocess.run([qemu, "-version"], check=True, stdout=subprocess.DEVNULL)
    subprocess.run([qemu, "-accel", "help"], check=True, stdout=subprocess.DEVNULL)
    mac = "02:b0:b0:1d:be:01"
    words = ["-append", "netdev.ip=10.0.2.15/24:10.0.2.2::: -- --port 80"]
    words += ["-cpu", "qemu64,+pdpe1gb,-vmx,-svm", "-daemonize"]
    words += ["-device", f"virtio-net-pci,mac={mac},netdev=hostnet0", "-device", "pvpanic"]
    words += ["-display", "none", "-kernel", image, "-machine", "pc", "-m", "size=64M"]
    words += ["-monitor", unix("qemu_mon"), "-name", "2b8c0a5e-5a9f-4be5-8f1d-6c1c0d0a1c11"]
    words += ["-netdev", f"user,id=hostnet0,hostfwd=tcp::{port}-:80"]
    words += ["-nographic", "-no-reboot", "-S", "-parallel", "none"]
    words += ["-pidfile", f"{here}/own.pid", "-qmp", unix("qemu_control")]
    words += ["-qmp", unix("qemu_events"), "-rtc", "base=utc", "-serial", f"file:{here}/own.log"]
    words += ["-smp", "cpus=1,threads=1,sockets=1", "-vga", "none"]
    with open("qemu.log", "wb") as log:
        subprocess.run([qemu] + words, check=True, stdout=log)
    monitor("cont")


{"start": start, "stop": lambda: monitor("quit")}[sys.argv[1]]()
