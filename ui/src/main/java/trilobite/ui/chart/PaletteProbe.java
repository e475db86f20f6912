// SPDX-License-Identifier: Apache-2.0
package trilobite.ui.chart;

import java.util.ArrayList;
import java.util.List;
import javafx.css.CssMetaData;
import javafx.css.StyleConverter;
import javafx.css.Styleable;
import javafx.css.StyleableObjectProperty;
import javafx.css.StyleableProperty;
import javafx.scene.layout.Region;
import javafx.scene.paint.Color;
import javafx.scene.paint.Paint;

/// An invisible node that asks the style sheets for the colours that pixels need: `-plot-back`,
/// `-plot-series-1` and so on. It tells when a theme changes them.
final class PaletteProbe extends Region {

  private static final List<String> NAMES =
      List.of(
          "back",
          "grid",
          "limit",
          "bad",
          "good",
          "series-0",
          "series-1",
          "series-2",
          "series-3",
          "series-4",
          "series-5",
          "series-6",
          "series-7");
  private static final List<Token> TOKENS = NAMES.stream().map(Token::new).toList();
  private static final List<CssMetaData<? extends Styleable, ?>> META = meta();

  private final List<Resolved> resolved = new ArrayList<>();
  private final Runnable changed;

  PaletteProbe(Runnable changed) {
    this.changed = changed;
    for (var token : TOKENS) {
      resolved.add(new Resolved(token));
    }
    getStyleClass().add("plot-palette");
    setManaged(false);
    setVisible(false);
  }

  Palette palette() {
    var argb = resolved.stream().map(one -> argb(one.get())).toList();
    // A light ground needs less tint for the same weight.
    boolean light = ((Color) resolved.getFirst().get()).getBrightness() > 0.5;
    return new Palette(
        argb.get(0),
        argb.get(1),
        argb.get(2),
        argb.get(3),
        argb.get(4),
        light ? 0.18 : 0.22,
        light ? 0.66 : 0.8,
        argb.subList(5, argb.size()));
  }

  private static int argb(Paint paint) {
    var colour = (Color) paint;
    return 0xff000000
        | (int) Math.round(colour.getRed() * 255) << 16
        | (int) Math.round(colour.getGreen() * 255) << 8
        | (int) Math.round(colour.getBlue() * 255);
  }

  @Override
  public List<CssMetaData<? extends Styleable, ?>> getCssMetaData() {
    return META;
  }

  private static List<CssMetaData<? extends Styleable, ?>> meta() {
    var all = new ArrayList<>(Region.getClassCssMetaData());
    all.addAll(TOKENS);
    return List.copyOf(all);
  }

  private static final class Token extends CssMetaData<PaletteProbe, Paint> {
    private Token(String name) {
      super("-plot-" + name, StyleConverter.getPaintConverter(), Color.GRAY);
    }

    @Override
    public boolean isSettable(PaletteProbe probe) {
      return true;
    }

    @Override
    public StyleableProperty<Paint> getStyleableProperty(PaletteProbe probe) {
      return probe.resolved.get(TOKENS.indexOf(this));
    }
  }

  private final class Resolved extends StyleableObjectProperty<Paint> {
    private final Token token;

    private Resolved(Token token) {
      super(Color.GRAY);
      this.token = token;
    }

    @Override
    protected void invalidated() {
      changed.run();
    }

    @Override
    public Object getBean() {
      return PaletteProbe.this;
    }

    @Override
    public String getName() {
      return token.getProperty();
    }

    @Override
    public CssMetaData<PaletteProbe, Paint> getCssMetaData() {
      return token;
    }
  }
}
