// SPDX-License-Identifier: Apache-2.0
package trilobite.runner.reach;

import java.nio.ByteBuffer;
import trilobite.model.reach.Probe;

/// Any bytes as a frame from the guest: read without harm, whatever was asked.
public final class ReplyFrameFuzz {

  private static final Address GUEST = new Address(1, Address.USUAL_GUEST);
  private static final ProbeFrames FRAMES = new ProbeFrames(Address.asking(GUEST.ip()), GUEST);

  private ReplyFrameFuzz() {}

  public static void fuzzerTestOneInput(byte[] data) {
    ReplyFrame.of(ByteBuffer.wrap(data), 0, data.length)
        .ifPresent(
            reply -> {
              for (var probe :
                  new Probe[] {new Probe.Arp(), new Probe.Echo(1), new Probe.Connect(80)}) {
                var asked = new Asked(probe, FRAMES, 40000);
                var _ = asked.outcome(reply);
                var _ = asked.further(reply);
              }
            });
  }
}
