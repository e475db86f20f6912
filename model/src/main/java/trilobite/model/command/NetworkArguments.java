// SPDX-License-Identifier: Apache-2.0
package trilobite.model.command;

import java.util.ArrayList;
import java.util.List;
import trilobite.model.project.FieldPath;
import trilobite.model.project.Target;
import trilobite.model.run.ForwardBinding;

/// The network: card, our packet relay in line, and behind a hub QEMU's user network or a tap
/// interface of the host's. Both streams connect to us (`server=off`): if we stall, only the
/// guest's network waits. A vsock device has no frames, and no relay.
final class NetworkArguments {

  private NetworkArguments() {}

  static List<Argument> of(Target target, LaunchPlan plan) {
    var network = target.network();
    var mode = FieldPath.target(target.name(), "network", "mode");
    boolean vsock = network.mode().equals("vsock");
    if (!vsock && !network.card()) {
      return List.of();
    }
    var arguments = new ArrayList<Argument>();
    var traits = MachineTraits.of(target);
    boolean modern = !network.legacy();
    if (traits.modernMmio() || (modern && !traits.pci())) {
      arguments.add(
          new Argument(
              "-global",
              "virtio-mmio.force-legacy=false",
              List.of(),
              "virtio version 1 over MMIO"));
    }
    if (vsock) {
      arguments.add(vsock(target, mode));
      return arguments;
    }
    arguments.add(
        new Argument(
            "-netdev", stream(plan, "nic0", "nic.sock"), List.of(mode), "relay, guest side"));
    // Without a boot ROM the firmware has nothing to load and the guest starts sooner.
    var pci = traits.pci() ? ",romfile=" + (modern ? ",disable-legacy=on" : "") : "";
    arguments.add(
        new Argument(
            "-device",
            traits.virtio("net", ",netdev=nic0" + pci),
            List.of(mode, FieldPath.target(target.name(), "network", "legacy")),
            modern ? "the guest's network card, virtio 1 alone" : "the guest's network card"));
    arguments.add(
        new Argument(
            "-netdev", stream(plan, "host0", "net.sock"), List.of(mode), "relay, host side"));
    arguments.add(hubPort("host0port", "host0", mode));
    if (network.mode().equals("tap")) {
      arguments.add(tap(target, mode));
      arguments.add(hubPort("tap0port", "tap0", mode));
    } else {
      arguments.add(userNetwork(target, plan, mode));
      arguments.add(hubPort("user0port", "user0", mode));
    }
    return arguments;
  }

  /// QEMU's sandbox forbids programs of its own, so it is told to start none.
  private static Argument tap(Target target, FieldPath mode) {
    return new Argument(
        "-netdev",
        "tap,id=tap0,ifname=" + QemuText.value(target.network().tap()) + ",script=no,downscript=no",
        List.of(mode, FieldPath.target(target.name(), "network", "tap")),
        "tap interface of this machine");
  }

  private static Argument vsock(Target target, FieldPath mode) {
    var properties = ",id=vsock0,guest-cid=" + target.network().cid();
    return new Argument(
        "-device",
        "vhost-vsock-" + MachineTraits.of(target).suffix() + properties,
        List.of(mode, FieldPath.target(target.name(), "network", "cid")),
        "sockets between guest and host");
  }

  private static Argument userNetwork(Target target, LaunchPlan plan, FieldPath mode) {
    var fields = new ArrayList<FieldPath>();
    fields.add(mode);
    fields.add(FieldPath.target(target.name(), "network", "outbound"));
    var value = new StringBuilder("user,id=user0");
    // Without restrict a guest reaches services on the host's own loopback through 10.0.2.2.
    value.append(target.network().outbound() ? ",restrict=off" : ",restrict=on");
    for (int i = 0; i < plan.forwards().size(); i++) {
      value.append(",hostfwd=").append(forward(plan.forwards().get(i)));
      fields.add(FieldPath.target(target.name(), "network", "forward", Integer.toString(i)));
    }
    var reach = target.network().outbound() ? "may reach out" : "cannot reach out";
    return new Argument(
        "-netdev", value.toString(), List.copyOf(fields), "user network; the guest " + reach);
  }

  private static String forward(ForwardBinding forward) {
    return forward.proto()
        + ":"
        + QemuText.value(forward.host())
        + ":"
        + forward.hostPort()
        + "-:"
        + forward.guestPort();
  }

  private static Argument hubPort(String id, String netdev, FieldPath mode) {
    return new Argument(
        "-netdev", "hubport,id=" + id + ",hubid=0,netdev=" + netdev, List.of(mode), "joins both");
  }

  private static String stream(LaunchPlan plan, String id, String socket) {
    return "stream,id="
        + id
        + ",server=off,addr.type=unix,addr.path="
        + QemuText.value(plan.runFolder().resolve(socket).toString());
  }
}
