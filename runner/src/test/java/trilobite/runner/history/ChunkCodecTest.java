// SPDX-License-Identifier: Apache-2.0
package trilobite.runner.history;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import trilobite.model.time.Sample;

class ChunkCodecTest {

  @Test
  void whatGoesInComesOut() throws IOException {
    var random = new Random(5);
    var samples = new ArrayList<Sample>();
    var t = -3.0;
    for (var i = 0; i < 5_000; i++) {
      t += random.nextInt(2_000_000) / 1000.0;
      samples.add(
          new Sample(Math.round(t * 1000) / 1000.0, Double.longBitsToDouble(random.nextLong())));
    }
    samples.add(new Sample(1e12, Double.NaN));
    samples.add(new Sample(1e12, -0.0));
    var back = ChunkCodec.decode(ChunkCodec.encode(samples));
    assertThat(back).hasSameSizeAs(samples);
    for (var i = 0; i < samples.size(); i++) {
      assertThat(back.get(i).t()).isEqualTo(samples.get(i).t());
      assertThat(Double.doubleToLongBits(back.get(i).value()))
          .isEqualTo(Double.doubleToLongBits(samples.get(i).value()));
    }
    assertThat(ChunkCodec.decode(ChunkCodec.encode(List.of()))).isEmpty();
  }

  @Test
  void ordinarySeriesTakeFewBytes() {
    var samples = new ArrayList<Sample>();
    for (var i = 0; i < 1_000; i++) {
      samples.add(new Sample(i * 500 + 0.137 * (i % 3), 4096.0 * (1000 + i / 50)));
    }
    assertThat(ChunkCodec.encode(samples).length).isLessThan(3 * samples.size());
  }

  @Test
  void damageIsAnErrorAndNeverMore() {
    var samples = new ArrayList<Sample>();
    for (var i = 0; i < 200; i++) {
      samples.add(new Sample(i, i * 0.1));
    }
    var good = ChunkCodec.encode(samples);
    for (var length = 0; length < good.length; length++) {
      var cut = Arrays.copyOf(good, length);
      assertThatThrownBy(() -> ChunkCodec.decode(cut)).isInstanceOf(IOException.class);
    }
    var random = new Random(1);
    for (var i = 0; i < 500; i++) {
      var bad = good.clone();
      bad[random.nextInt(bad.length)] ^= (byte) (1 << random.nextInt(8));
      try {
        assertThat(ChunkCodec.decode(bad).size()).isLessThanOrEqualTo(ChunkCodec.MOST_SAMPLES);
      } catch (IOException e) {
        assertThat(e).hasMessageContaining("chunk");
      }
    }
  }
}
