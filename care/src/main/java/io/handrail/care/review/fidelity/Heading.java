package io.handrail.care.review.fidelity;

/**
 * The eleven headings of the Cognitive Therapy Rating Scale, each rated 0 to 6 by a person. Only
 * the names are used here; the rating manual is the clinician's.
 */
public enum Heading {
  AGENDA("Agenda"),
  FEEDBACK("Feedback"),
  UNDERSTANDING("Understanding"),
  INTERPERSONAL("Interpersonal effectiveness"),
  COLLABORATION("Collaboration"),
  PACING("Pacing and use of time"),
  DISCOVERY("Guided discovery"),
  FOCUS("Focus on key thoughts or behaviours"),
  STRATEGY("Strategy for change"),
  TECHNIQUE("Application of techniques"),
  HOMEWORK("Homework");

  public static final int HIGHEST = 6;

  private final String words;

  Heading(String words) {
    this.words = words;
  }

  public String words() {
    return words;
  }
}
