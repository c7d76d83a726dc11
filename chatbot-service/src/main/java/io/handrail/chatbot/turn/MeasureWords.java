package io.handrail.chatbot.turn;

import io.handrail.care.measure.Change;
import io.handrail.care.measure.Instrument;
import io.handrail.care.measure.Instrument.Better;
import io.handrail.care.measure.MeasureResult;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Tells a client what their answers add up to: plainly, beside the last time, no diagnosis. */
public final class MeasureWords {
  private final Instrument instrument;
  private final Scripts scripts;
  private final String language;
  private final ZoneId zone;

  /**
   * @param language the client's
   * @param zone the client's clock
   */
  public MeasureWords(Instrument instrument, String language, ZoneId zone) {
    this.instrument = instrument;
    this.scripts = Scripts.in(language);
    this.language = language;
    this.zone = zone;
  }

  /**
   * The sentences, in the order they are said.
   *
   * @param before the last result with a total, if there is one
   * @param therapist whom to speak with about it
   */
  public List<String> told(MeasureResult result, Optional<MeasureResult> before, String therapist) {
    if (result.total().isEmpty()) {
      return List.of(scripts.say("measure.told.none", result.missing(), therapist));
    }
    int total = result.total().get();
    var said = new ArrayList<String>();
    said.add(
        scripts.say("measure.told.score", total, instrument.highest())
            + " "
            + instrument.band(total).map(band -> band.tell(language)).orElse("")
            + " "
            + way());
    if (result.missing() > 0) said.add(scripts.say("measure.told.prorated", result.missing()));
    said.add(compared(total, before, therapist));
    said.add(scripts.say("measure.told.number", therapist));
    return said;
  }

  private String way() {
    return instrument.scoring().better() == Better.LOWER
        ? scripts.say("measure.told.lower")
        : scripts.say("measure.told.higher");
  }

  private String compared(int total, Optional<MeasureResult> before, String therapist) {
    if (before.isEmpty()) return scripts.say("measure.told.first");
    int last = before.get().total().orElseThrow();
    String day = day(before.get().at());
    Change change = Change.between(instrument, last, total);
    int points = Math.abs(change.points());
    return switch (change) {
      case Change.None none -> scripts.say("measure.told.same", day);
      case Change.Small small -> scripts.say("measure.told.small", day, last, points);
      case Change.Improved better -> scripts.say("measure.told.improved", day, last, points);
      case Change.Worsened worse ->
          scripts.say("measure.told.worsened", day, last, points, therapist);
    };
  }

  private String day(Instant at) {
    return DateTimeFormatter.ofLocalizedDate(FormatStyle.LONG)
        .withLocale(language.equals("en") ? Locale.UK : Locale.forLanguageTag(language))
        .format(at.atZone(zone));
  }
}
