package io.handrail.care.review.brief;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A sentence whose quotations are taken out: what people wrote is put back by code, letter by
 * letter, and no model reads it.
 *
 * @param text with {@code [words1]} where the first quotation stood
 * @param quotes with their marks, in order
 */
public record Masked(String text, List<String> quotes) {
  private static final Pattern QUOTE = Pattern.compile("“[^”]*”");
  private static final Pattern MARK = Pattern.compile("(?i)[“\"']?\\[words(\\d{1,2})\\][”\"']?");

  public Masked {
    quotes = List.copyOf(quotes);
  }

  public static Masked of(String sentence) {
    var quotes = new ArrayList<String>();
    Matcher found = QUOTE.matcher(sentence);
    var text = new StringBuilder();
    while (found.find()) {
      quotes.add(found.group());
      found.appendReplacement(text, "[words" + quotes.size() + "]");
    }
    return new Masked(found.appendTail(text).toString(), quotes);
  }

  /** Puts the quotations back into what a model made of the text; unknown marks stay. */
  public String shown(String worded) {
    return MARK.matcher(worded)
        .replaceAll(mark -> {
          int number = Integer.parseInt(mark.group(1));
          boolean known = number >= 1 && number <= quotes.size();
          return Matcher.quoteReplacement(known ? quotes.get(number - 1) : mark.group());
        });
  }
}
