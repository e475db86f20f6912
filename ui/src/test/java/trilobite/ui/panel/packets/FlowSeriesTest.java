// SPDX-License-Identifier: Apache-2.0
package trilobite.ui.panel.packets;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import trilobite.model.packet.flow.FlowTrace;
import trilobite.model.packet.flow.FlowTrace.Answer;
import trilobite.model.packet.flow.FlowTrace.Segment;
import trilobite.model.packet.flow.PacketMark;
import trilobite.model.time.Sample;
import trilobite.model.time.Timeline;
import trilobite.ui.chart.TimeWindow;

class FlowSeriesTest {

  private static final FlowTrace TRACE =
      new FlowTrace(
          true,
          List.of(
              new Segment(1, 0, 0, 1000, Optional.empty()),
              new Segment(2, 0.5, 1000, 2000, Optional.empty()),
              new Segment(3, 10, 1000, 2000, Optional.of(PacketMark.RETRANSMISSION)),
              new Segment(4, 20, 2000, 2500, Optional.empty())),
          List.of(
              new Answer(5, 5, 1000, 66_000, List.of(), 5),
              new Answer(6, 25, 2500, 67_500, List.of(), Double.NaN)),
          Optional.empty());

  private static List<Sample> all(Timeline line) {
    return line.samples(-1, 1000, 1000);
  }

  @Test
  void bytesThatAreSentAgainAreNoThroughput() {
    var samples = all(FlowSeries.of(TRACE).throughput());

    // A millisecond a step, as bytes a second.
    assertThat(samples).hasSize(21);
    assertThat(samples.getFirst()).isEqualTo(new Sample(0.5, 2_000_000));
    assertThat(samples.get(10).value()).isZero();
    assertThat(samples.getLast()).isEqualTo(new Sample(20.5, 500_000));
    double sum = samples.stream().mapToDouble(Sample::value).sum();
    assertThat(sum / 1000).isEqualTo(2500);
  }

  @Test
  void onlyTimedAcknowledgementsAreRoundTrips() {
    assertThat(all(FlowSeries.of(TRACE).roundTrips())).containsExactly(new Sample(5, 5));
  }

  @Test
  void theScaleHoldsWhatIsInSightAndGivesTheWindowsEdgeNoMoreThanHalf() {
    var scale = SequenceScale.of(TRACE, new TimeWindow(0, 30));

    assertThat(scale.low()).isNegative();
    assertThat(scale.share(2500)).isBetween(0.4, 0.6);
    assertThat(scale.high()).isBetween(5000.0, 5600.0);
    assertThat(scale.lines()).contains(0.0).allMatch(line -> line % scale.step() == 0);

    var part = SequenceScale.of(TRACE, new TimeWindow(9, 11));
    assertThat(part.low()).isBetween(900.0, 1000.0);
    assertThat(part.high()).isBetween(2000.0, 2100.0);
    assertThat(SequenceScale.of(TRACE, new TimeWindow(11, 12))).isEqualTo(SequenceScale.NOTHING);
  }
}
