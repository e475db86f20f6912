// SPDX-License-Identifier: Apache-2.0
package trilobite.app.verb;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import trilobite.model.console.GuestText;
import trilobite.model.guest.FlowRow;
import trilobite.model.packet.flow.FlowStream;
import trilobite.model.packet.flow.StreamPiece;
import trilobite.model.time.HostClock;

/// Prints what both ends of a connection said.
///
/// @param json one object a piece, behind one that says whence
record StreamAnswer(Env env, PacketSource source, boolean json) {

  private static final long MOST = 16L << 20;

  /// @return the exit code
  int print(long number) {
    long begun = HostClock.nanos();
    source.update();
    var flow =
        source
            .table()
            .flow(number)
            .orElseThrow(
                () -> new VerbException(Exit.NO, "there is no flow " + number + "; see --flows"));
    var stream = FlowStream.read(source.log(), flow, MOST);
    var reading = source.reading(stream, begun);
    if (json) {
      env.out()
          .println(new Json().put("flow", number).provenance(reading).put("cut", stream.cut()));
    }
    for (var piece : stream.rows()) {
      if (json) {
        env.out().println(json(piece));
      } else {
        text(flow, piece);
      }
    }
    stream.cut().ifPresent(why -> env.err().println("not all: " + why));
    return Exit.DONE;
  }

  private static Json json(StreamPiece piece) {
    var bytes = bytes(piece.bytes());
    return new Json()
        .put("from", piece.fromGuest() ? "guest" : "peer")
        .put("packet", piece.number())
        .put("t", piece.t())
        .put("missing", piece.missing())
        .put("bytes", Base64.getEncoder().encodeToString(bytes))
        .put("text", new String(bytes, StandardCharsets.UTF_8));
  }

  private void text(FlowRow flow, StreamPiece piece) {
    var guest = flow.guest() + ":" + flow.guestPort();
    var peer = flow.peer() + ":" + flow.peerPort();
    var missing = piece.missing() > 0 ? ", " + piece.missing() + " bytes before are missing" : "";
    env.out()
        .printf(
            "--- %s > %s, packet %d at %.3f ms, %d bytes%s%n",
            piece.fromGuest() ? guest : peer,
            piece.fromGuest() ? peer : guest,
            piece.number(),
            piece.t(),
            piece.bytes().remaining(),
            missing);
    var text = new String(bytes(piece.bytes()), StandardCharsets.UTF_8).replace("\r\n", "\n");
    env.out().println(env.terminal() ? GuestText.visible(text) : text);
  }

  private static byte[] bytes(ByteBuffer buffer) {
    var bytes = new byte[buffer.remaining()];
    buffer.duplicate().get(bytes);
    return bytes;
  }
}
