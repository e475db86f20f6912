// SPDX-License-Identifier: Apache-2.0
package trilobite.runner.sockets;

import static org.assertj.core.api.Assertions.assertThat;
import static trilobite.runner.sockets.TinyStack.U16;
import static trilobite.runner.sockets.TinyStack.U32;
import static trilobite.runner.sockets.TinyStack.U64;
import static trilobite.runner.sockets.TinyStack.U8;
import static trilobite.runner.sockets.TinyStack.at;
import static trilobite.runner.sockets.TinyStack.bytes;
import static trilobite.runner.sockets.TinyStack.to;

import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import trilobite.model.guest.ListenerRow;
import trilobite.model.guest.SocketRow;
import trilobite.model.type.Type;
import trilobite.runner.profile.Profile;
import trilobite.runner.profile.Profiles;

/// Stacks that are not built as the demo's is: other options of lwIP, and other stacks.
class StacksTest {

  @TempDir Path config;

  /// lwIP for IPv4 and IPv6 without a backlog, statistics or core locking.
  private static TinyStack lwip() {
    var stack = new TinyStack();
    var address = new Type.Ref("struct ip_addr");
    stack
        .type(
            "enum tcp_state",
            new Type.Enumeration(
                4, List.of(new Type.Constant("LISTEN", 1), new Type.Constant("ESTABLISHED", 4))))
        .struct("ip4", 4, at(0, "addr", U32))
        .struct("ip6", 16, at(0, "addr", new Type.Array(U32, 4)))
        .union(
            "either",
            16,
            at(0, "ip6", new Type.Ref("struct ip6")),
            at(0, "ip4", new Type.Ref("struct ip4")))
        .struct("ip_addr", 20, at(0, "u_addr", new Type.Ref("union either")), at(16, "type", U8))
        .struct(
            "tcp_pcb_listen",
            80,
            at(0, "local_ip", address),
            at(40, "next", to("tcp_pcb_listen")),
            at(48, "callback_arg", new Type.Pointer(new Type.Nothing(), 8)),
            at(56, "state", new Type.Ref("enum tcp_state")),
            at(60, "local_port", U16))
        .struct(
            "tcp_pcb",
            120,
            at(0, "local_ip", address),
            at(20, "remote_ip", address),
            at(40, "next", to("tcp_pcb")),
            at(48, "callback_arg", new Type.Pointer(new Type.Nothing(), 8)),
            at(56, "state", new Type.Ref("enum tcp_state")),
            at(60, "local_port", U16),
            at(62, "remote_port", U16),
            at(64, "flags", U16),
            at(66, "nrtx", U8),
            at(68, "rcv_wnd", U32),
            at(72, "lastack", U32),
            at(76, "snd_lbb", U32),
            at(80, "listener", to("tcp_pcb_listen")))
        .union("lists", 8, at(0, "listen_pcbs", to("tcp_pcb_listen")))
        .variable("tcp_listen_pcbs", 0x1000, new Type.Ref("union lists"))
        .variable("tcp_active_pcbs", 0x1008, to("tcp_pcb"))
        .variable("tcp_tw_pcbs", 0x1010, to("tcp_pcb"));
    stack.ram.words(0x1000, 0x2000, 0x3000, 0);
    stack.ram.ints(0x2000 + 16, 46).ints(0x2000 + 56, 1).shorts(0x2000 + 60, 80);
    pcb(stack, 0x3000, 0x3100, 6)
        .words(0x3000 + 20, 0x0000_0000_b80d_0120L, 0x0100_0000_0000_0000L);
    pcb(stack, 0x3100, 0, 0).ints(0x3100 + 20, 0x0202_000a);
    return stack;
  }

  private static trilobite.runner.memory.FakeRam pcb(
      TinyStack stack, long at, long next, int family) {
    return stack
        .ram
        .ints(at + 16, family)
        .ints(at + 36, family)
        .words(at + 40, next)
        .ints(at + 56, 4)
        .shorts(at + 60, 80, (int) (40_000 + (at & 0xfff)), 0x200)
        .ints(at + 68, at == 0x3000 ? 2000 : 1500, 100, 130);
  }

  private Profile lwipProfile() {
    return Profiles.load(config).named("lwip").orElseThrow();
  }

  @Test
  void whatABuildLeavesOutIsToldAndNoError() throws Exception {
    var stack = lwip();
    var plan = stack.plan(lwipProfile());
    assertThat(String.join("; ", plan.absent()))
        .contains("no backlog (struct tcp_pcb_listen has no member accepts_pending)")
        .contains("no list of udp sockets")
        .contains("no threads of sockets");
    assertThat(plan.countsNothing()).isTrue();
    var listener = stack.table(plan).listeners().rows().getFirst();
    assertThat(listener.local()).isEqualTo("*:80");
    assertThat(listener.backlog()).isEmpty();
    assertThat(listener.backlogLimit()).isEmpty();
    assertThat(listener.mailbox()).isEmpty();
    assertThat(listener.state()).isEqualTo(ListenerRow.OPEN);
  }

  @Test
  void addressesOfEitherFamilyAreReadThroughTheirTag() throws Exception {
    var stack = lwip();
    var rows = stack.table(stack.plan(lwipProfile())).sockets().rows();
    assertThat(rows)
        .extracting(SocketRow::remote)
        .containsExactly("[2001:db8::1]:40000", "10.0.2.2:40256");
    // What is missing of the widest window was not read yet.
    assertThat(rows.get(0).receiveQueue()).hasValue(0);
    assertThat(rows.get(1).receiveQueue()).hasValue(500);
    assertThat(rows.get(1).sendQueue()).hasValue(30);
    // The flag means something only in builds with a backlog.
    assertThat(rows).noneMatch(SocketRow::inBacklog);
  }

  private static final String BSD =
      """
      schema = 1
      kind = "stack"
      name = "bsd"
      [detect]
      symbols = ["tcbinfo"]
      [container.all]
      start = "tcbinfo"
      shape = "linked"
      of = "struct inpcb"
      [[stack.sockets]]
      in = "all"
      protocol = "tcp"
      role = "both"
      state = { path = "inp_ppcb->t_state", names = { 1 = "LISTEN", 4 = "ESTABLISHED" }, listening = ["LISTEN"] }
      local = "inp_laddr"
      local_port = { path = "inp_lport", order = "network" }
      remote = "inp_faddr"
      remote_port = { path = "inp_fport", order = "network" }
      receive = { bytes = "inp_socket->so_rcv_cc" }
      send = { bytes = "inp_socket->so_snd_cc" }
      backlog = "inp_socket->so_qlen"
      backlog_limit = "inp_socket->so_qlimit"
      """;

  private static TinyStack bsd() {
    var stack =
        new TinyStack()
            .struct("tcpcb", 8, at(0, "t_state", U32))
            .struct(
                "socket",
                16,
                at(0, "so_rcv_cc", U32),
                at(4, "so_snd_cc", U32),
                at(8, "so_qlen", U32),
                at(12, "so_qlimit", U32))
            .struct(
                "inpcb",
                48,
                at(0, "next", to("inpcb")),
                at(8, "inp_ppcb", to("tcpcb")),
                at(16, "inp_socket", to("socket")),
                at(24, "inp_laddr", bytes(4)),
                at(28, "inp_faddr", bytes(4)),
                at(32, "inp_lport", U16),
                at(34, "inp_fport", U16))
            .variable("tcbinfo", 0x1000, to("inpcb"));
    stack.ram.words(0x1000, 0x2000).words(0x2000, 0x2100, 0x4000, 0x5000).shorts(0x2020, 0x901f);
    stack.ram.words(0x2100, 0, 0x4008, 0x5010).shorts(0x2120, 0x901f, 0x0a00);
    stack.ram.ints(0x2118, 0x0100_007f, 0x0202_000a);
    stack.ram.ints(0x4000, 1).ints(0x4008, 4);
    stack.ram.ints(0x5000, 0, 0, 3, 3).ints(0x5010, 7, 9, 0, 0);
    return stack;
  }

  @Test
  void aStackOfOneListWithPortsInNetworkOrderFits() throws Exception {
    var stack = bsd();
    var table = stack.table(stack.plan(TinyStack.profile(config, BSD)));
    var listener = table.listeners().rows().getFirst();
    assertThat(listener.local()).isEqualTo("*:8080");
    assertThat(listener.waiting()).hasValue(3);
    assertThat(listener.state()).isEqualTo(ListenerRow.FULL);
    var socket = table.sockets().rows().getFirst();
    assertThat(socket.local()).isEqualTo("127.0.0.1:8080");
    assertThat(socket.remote()).isEqualTo("10.0.2.2:10");
    assertThat(socket.receiveQueue()).hasValue(7);
    assertThat(socket.sendQueue()).hasValue(9);
  }

  @Test
  void socketsInAVectorOfVariantsWithNumbersForAddressesFit() throws Exception {
    var stack =
        new TinyStack()
            .struct("storage", 32, at(0, "tag", U64), at(8, "cid", U64), at(16, "port", U64))
            .struct("vec", 16, at(0, "data", to("storage")), at(8, "len", U64))
            .variable("SOCKETS", 0x1000, new Type.Ref("struct vec"));
    stack.ram.words(0x1000, 0x2000, 3);
    stack.ram.words(0x2000, 1, 3, 2 * 1024 + 1).words(0x2020, 0, 99, 99).words(0x2040, 1, 2, 21);
    var profile =
        TinyStack.profile(
            config,
            """
            schema = 1
            kind = "stack"
            name = "vector"
            [container.all]
            start = "SOCKETS"
            shape = "vector"
            of = "struct storage"
            data = "data"
            end = "len"
            [[stack.sockets]]
            in = "all"
            protocol = "vsock"
            role = "connection"
            only = [{ path = "tag", value = 1 }]
            state = { fixed = "OPEN" }
            local = "cid"
            local_port = { path = "port", shift = 1 }
            """);
    var rows = stack.table(stack.plan(profile)).sockets().rows();
    assertThat(rows).extracting(SocketRow::local).containsExactly("3:1024", "2:10");
    assertThat(rows).extracting(SocketRow::state).containsOnly("OPEN");
  }

  @Test
  void aListThatLoopsShowsItsSocketsOnceAndSaysSo() throws Exception {
    var stack = bsd();
    stack.ram.words(0x2100, 0x2000);
    var listing = stack.table(stack.plan(TinyStack.profile(config, BSD))).sockets();
    assertThat(listing.rows()).hasSize(1);
    assertThat(listing.cut().orElseThrow()).contains("back to itself");
  }

  @Test
  void wildPointersAreLeftOutAndSaid() throws Exception {
    var stack = bsd();
    stack.ram.words(0x2100, 0, 0x7fff_0000_0000L);
    var listing = stack.table(stack.plan(TinyStack.profile(config, BSD))).sockets();
    assertThat(listing.rows()).isEmpty();
    assertThat(listing.cut()).isPresent();
  }

  @Test
  void aSocketThatChangesEachTimeIsLeftOutAndSaidToBeTorn() throws Exception {
    var stack = bsd();
    var table = stack.table(stack.plan(TinyStack.profile(config, BSD)));
    var random = new Random(1);
    stack.ram.meanwhile(() -> stack.ram.shorts(0x2122, random.nextInt()));
    var listing = table.sockets();
    assertThat(listing.rows()).isEmpty();
    assertThat(listing.cut().orElseThrow()).startsWith("torn");
  }
}
