// SPDX-License-Identifier: Apache-2.0
package trilobite.app.verb;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import trilobite.model.inspect.Bytes;
import trilobite.model.inspect.Finds;
import trilobite.model.inspect.Question;
import trilobite.model.port.LiveGuest;
import trilobite.model.reading.Reading;

/// `trilobite hexdump`.
@Command(
    name = "hexdump",
    description = "Bytes of a guest's memory at an address, or where some bytes stand in it.")
final class HexdumpVerb implements Callable<Integer> {
  private static final long MOST = 64 << 10;

  private final Env env;

  @Mixin private Asking asking = new Asking();

  @Option(names = "--phys", description = "the address is the machine's, not the kernel's")
  private boolean physical;

  @Option(
      names = "--find",
      paramLabel = "WHAT",
      description =
          "where in touched memory: bytes in hex, a \"text\", or &EXPR for pointers to that")
  private String find = "";

  @Parameters(
      index = "0",
      arity = "0..1",
      paramLabel = "ADDR",
      description = "an address, a symbol or a C expression")
  private String place = "";

  @Parameters(
      index = "1",
      arity = "0..1",
      paramLabel = "LEN",
      description = "bytes, at most 64 KiB")
  private String length = "";

  HexdumpVerb(Env env) {
    this.env = env;
  }

  @Override
  public Integer call() throws Exception {
    if (!find.isEmpty()) {
      return search(asking.choose(env));
    }
    if (place.isEmpty()) {
      throw new VerbException(Exit.USAGE, "hexdump needs an address, or --find");
    }
    return asking.ask(env, new Question.Dump(place, length(), physical), this::show);
  }

  private OptionalLong length() throws VerbException {
    if (length.isEmpty()) {
      return OptionalLong.empty();
    }
    var kibibytes = length.matches("\\d{1,9}[kK]");
    try {
      long bytes =
          kibibytes
              ? Long.parseLong(length.substring(0, length.length() - 1)) << 10
              : Long.decode(length);
      if (bytes > 0 && bytes <= MOST) {
        return OptionalLong.of(bytes);
      }
    } catch (NumberFormatException e) {
      // Told below, as what is too small.
    }
    throw new VerbException(
        Exit.USAGE,
        "'" + length + "' is no number of bytes up to 64K; write one such as 256, 0x100 or 4K");
  }

  private int show(Reading<Bytes> reading) {
    var dump = reading.value();
    if (dump.problem().isPresent()) {
      return asking.wrong(env, place, dump.problem().get());
    }
    if (asking.json()) {
      env.out()
          .println(
              new Json()
                  .provenance(reading)
                  .put("address", "0x" + Long.toHexString(dump.address()))
                  .put("physical", dump.physical())
                  .put("symbol", dump.symbol())
                  .put("torn", dump.torn())
                  .put("pieces", dump.pieces().stream().map(HexdumpVerb::json).toList()));
    } else {
      dump.symbol().ifPresent(symbol -> env.err().println(symbol + ":"));
      HexLines.of(dump).forEach(env.out()::println);
      dump.torn().ifPresent(what -> env.err().println("torn: " + what));
      Asking.provenance(env, reading);
    }
    boolean some = dump.pieces().stream().anyMatch(piece -> piece.why().isEmpty());
    return some || dump.pieces().isEmpty() ? Exit.DONE : Exit.NO;
  }

  private static Map<String, ?> json(Bytes.Piece piece) {
    var json =
        new Json()
            .put("address", "0x" + Long.toHexString(piece.address()))
            .put("length", piece.length());
    return piece.why().isPresent()
        ? json.put("bytes", null).put("bytesWhy", piece.why()).map()
        : json.put("bytes", piece.bytes()).map();
  }

  /// Piece by piece, so that a search through gigabytes shows how far it is and can be stopped.
  private int search(LiveGuest guest) throws InterruptedException {
    var found = new int[1];
    var searched = new long[1];
    var next = new OptionalLong[] {OptionalLong.of(0)};
    int code = Exit.DONE;
    while (next[0].isPresent() && code == Exit.DONE) {
      code =
          asking.ask(
              env,
              guest,
              new Question.Find(find, next[0].getAsLong()),
              reading -> {
                var finds = reading.value();
                next[0] = finds.next();
                if (finds.problem().isPresent()) {
                  return asking.wrong(env, find, finds.problem().get());
                }
                found[0] += finds.rows().size();
                searched[0] += finds.searched();
                rows(reading);
                if (finds.next().isPresent() && !asking.json()) {
                  env.err().printf("searched %d MiB%n", searched[0] >> 20);
                }
                return Exit.DONE;
              });
    }
    if (code != Exit.DONE || asking.json()) {
      return code == Exit.DONE && found[0] == 0 ? Exit.NO : code;
    }
    env.err().printf("%d places in %d KiB of touched memory%n", found[0], searched[0] >> 10);
    return found[0] == 0 ? Exit.NO : Exit.DONE;
  }

  private void rows(Reading<Finds> reading) {
    for (var row : reading.value().rows()) {
      var address =
          row.address().isPresent() ? "0x" + Long.toHexString(row.address().getAsLong()) : null;
      if (asking.json()) {
        env.out()
            .println(
                new Json()
                    .provenance(reading)
                    .put("physical", "0x" + Long.toHexString(row.physical()))
                    .put("address", address)
                    .put("symbol", row.symbol())
                    .put("bytes", row.bytes()));
      } else {
        var shown =
            new Bytes(
                row.physical(),
                true,
                row.symbol(),
                List.of(
                    new Bytes.Piece(
                        row.address().orElse(row.physical()),
                        row.bytes().length() / 2,
                        row.bytes(),
                        Optional.empty())),
                Optional.empty(),
                Optional.empty());
        var line = HexLines.of(shown).getFirst();
        env.out().println(line + row.symbol().map(symbol -> "  " + symbol).orElse(""));
      }
    }
  }
}
