// SPDX-License-Identifier: Apache-2.0
package trilobite.runner.sockets;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import trilobite.model.type.Type;
import trilobite.model.type.Type.Array;
import trilobite.model.type.Type.Int;
import trilobite.model.type.Type.Member;
import trilobite.model.type.Type.Pointer;
import trilobite.model.type.Type.Ref;
import trilobite.model.type.Type.Struct;
import trilobite.model.type.Types;
import trilobite.runner.host.HostSockets;
import trilobite.runner.image.CodeSymbols;
import trilobite.runner.image.Symbol;
import trilobite.runner.image.SymbolTable;
import trilobite.runner.kernel.Program;
import trilobite.runner.memory.FakeRam;
import trilobite.runner.profile.Profile;
import trilobite.runner.profile.Profiles;
import trilobite.runner.value.PathException;
import trilobite.runner.walk.Snapshot;

/// A network stack of some bytes: types, variables and memory that a test writes.
final class TinyStack {

  static final Type U8 = new Int("unsigned char", 1, true);
  static final Type U16 = new Int("unsigned short", 2, true);
  static final Type U32 = new Int("unsigned int", 4, true);
  static final Type U64 = new Int("unsigned long", 8, true);
  static final Type S32 = new Int("int", 4, false);

  final FakeRam ram = new FakeRam(0x1000, 0x10000);
  private final Map<String, Type> types = new HashMap<>();
  private final Map<String, Type> variables = new HashMap<>();
  private final Map<String, Symbol> symbols = new HashMap<>();

  static Type to(String struct) {
    return new Pointer(new Ref("struct " + struct), 8);
  }

  static Member at(long offset, String name, Type type) {
    return new Member(name, offset * 8, 0, type);
  }

  static Type bytes(int count) {
    return new Array(U8, count);
  }

  TinyStack struct(String name, long size, Member... members) {
    types.put("struct " + name, new Struct(size, false, List.of(members)));
    return this;
  }

  TinyStack union(String name, long size, Member... members) {
    types.put("union " + name, new Struct(size, true, List.of(members)));
    return this;
  }

  TinyStack type(String name, Type type) {
    types.put(name, type);
    return this;
  }

  TinyStack variable(String name, long address, Type type) {
    variables.put(name, type);
    symbols.put(name, new Symbol(name, address, 8, true));
    return this;
  }

  Program program() {
    var table =
        new SymbolTable(
            Path.of("tiny.elf"), Optional.empty(), symbols, 0, CodeSymbols.of(new ArrayList<>()));
    return Program.of(table, new Types(types, variables, true));
  }

  /// A profile from its text.
  static Profile profile(Path config, String text) throws IOException {
    var folder = Files.createDirectories(config.resolve("profiles/own"));
    Files.writeString(folder.resolve("profile.toml"), text);
    var name = text.replaceAll("(?s).*name = \"([a-z]+)\".*", "$1");
    var profiles = Profiles.load(config);
    return profiles
        .named(name)
        .orElseThrow(() -> new IOException(String.valueOf(profiles.problems())));
  }

  StackPlan plan(Profile profile) throws PathException {
    return StackPlan.of(program(), profile, profile.stack().orElseThrow());
  }

  /// Its tables, with no threads, no host and no packets.
  SocketTable table(StackPlan plan) {
    var source = new Snapshot.Source(ram, () -> 0);
    return new SocketTable(
        plan,
        source,
        nanos -> 0,
        new SocketTable.Joined(
            new Users(Optional.empty(), Optional.empty(), plan.queue(), source),
            new HostHalves(new HostSockets(), 0, List.of(), command -> "", () -> 0),
            PacketFacts.none()));
  }
}
