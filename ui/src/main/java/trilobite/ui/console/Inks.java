// SPDX-License-Identifier: Apache-2.0
package trilobite.ui.console;

import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import javafx.css.CssMetaData;
import javafx.css.FontCssMetaData;
import javafx.css.SimpleStyleableObjectProperty;
import javafx.css.StyleConverter;
import javafx.css.Styleable;
import javafx.css.StyleableProperty;
import javafx.scene.layout.Region;
import javafx.scene.paint.Color;
import javafx.scene.text.Font;

/// The colours and the font of a view, as its style sheet sets them. JavaFX thread.
final class Inks {

  private static final Font FALLBACK = Font.font("JetBrains Mono", 12);
  private static final FontCssMetaData<LineView> FONT = new FontMeta();
  private static final Map<Ink, ColourMeta> COLOURS = colourMetas();
  private static final List<CssMetaData<? extends Styleable, ?>> ALL = all();

  private final Map<Ink, SimpleStyleableObjectProperty<Color>> colours = new EnumMap<>(Ink.class);
  private final SimpleStyleableObjectProperty<Font> font;

  Inks(LineView view, Runnable changed) {
    font = new SimpleStyleableObjectProperty<>(FONT, view, "font", FALLBACK);
    font.addListener(_ -> changed.run());
    COLOURS.forEach(
        (ink, meta) -> {
          var property = new SimpleStyleableObjectProperty<>(meta, view, ink.name(), Color.GRAY);
          property.addListener(_ -> changed.run());
          colours.put(ink, property);
        });
  }

  /// What a style sheet may set on a view, its region's properties included.
  static List<CssMetaData<? extends Styleable, ?>> metas() {
    return ALL;
  }

  Palette palette() {
    var now = new EnumMap<Ink, Color>(Ink.class);
    colours.forEach((ink, property) -> now.put(ink, property.get()));
    return new Palette(now);
  }

  Font font() {
    return font.get();
  }

  private static Map<Ink, ColourMeta> colourMetas() {
    var metas = new EnumMap<Ink, ColourMeta>(Ink.class);
    for (Ink ink : Ink.values()) {
      metas.put(ink, new ColourMeta(ink));
    }
    return metas;
  }

  private static List<CssMetaData<? extends Styleable, ?>> all() {
    var all = new ArrayList<CssMetaData<? extends Styleable, ?>>(Region.getClassCssMetaData());
    all.addAll(COLOURS.values());
    all.add(FONT);
    return Collections.unmodifiableList(all);
  }

  private static final class FontMeta extends FontCssMetaData<LineView> {
    FontMeta() {
      super("-line-font", FALLBACK);
    }

    @Override
    public boolean isSettable(LineView view) {
      return true;
    }

    @Override
    public StyleableProperty<Font> getStyleableProperty(LineView view) {
      return view.inks().font;
    }
  }

  private static final class ColourMeta extends CssMetaData<LineView, Color> {
    private final Ink ink;

    ColourMeta(Ink ink) {
      super(
          "-line-" + ink.name().toLowerCase(Locale.ROOT).replace('_', '-'),
          StyleConverter.getColorConverter(),
          Color.GRAY);
      this.ink = ink;
    }

    @Override
    public boolean isSettable(LineView view) {
      return true;
    }

    @Override
    public StyleableProperty<Color> getStyleableProperty(LineView view) {
      var property = view.inks().colours.get(ink);
      if (property == null) {
        throw new IllegalStateException("asked for " + ink + " before the view was made");
      }
      return property;
    }
  }
}
