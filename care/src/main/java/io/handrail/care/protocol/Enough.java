package io.handrail.care.protocol;

import java.util.regex.Pattern;

/** Short messages that mean: nothing, no more, leave it. English and Spanish, without accents. */
final class Enough {
  /** Who writes more than this answers the step; it also keeps the patterns' work small. */
  private static final int CHARS = 200;

  private static final String AHEAD = "(?:(?:no|nope|nah|ok|okay|well|um+|hm+|pues|bueno|y)[ ,]+)*";

  /** "No", "none", "nothing": an answer to some steps and none to others. */
  private static final Pattern NOTHING =
      Pattern.compile(
          "no|nope|nah|none|nothing|nothing really|not really|no not really|(?:there"
              + " )?(?:is|are|isn't|aren't|is no|are no) (?:none|any|nothing)|there"
              + " (?:is|are|isn't|aren't) (?:none|any|nothing|not one)(?: (?:really|at all|that i"
              + " know of))?|(?:none|nothing)(?: (?:really|at all|that i (?:know|can think)"
              + " of|comes to mind))|nada|ninguno|ninguna|la verdad no|no hay(?: nada| ninguna|"
              + " ninguno)?|para nada|nada de nada");

  private static final Pattern ENOUGH =
      Pattern.compile(
          AHEAD
              + "(?:(?:that's|that is|it's|that was|that were) (?:the only (?:one|thing)|the lot|all"
              + " of (?:it|them)|all there (?:is|was))|(?:no|none) (?:others?|more) (?:come|comes|came)"
              + " to mind|(?:just|only) (?:that|this) one|that covers it|(?:ok |okay )?(?:next|let's move"
              + " on)|y ya|(?:y )?(?:eso|esto) (?:es|era) todo|(?:i (?:think|believe|guess|would say)"
              + " )?(?:that|that's|thats|this|it|it's|those|these)(?: is| was| are| would be|"
              + " covers| should be)? ?(?:all|it|everything|enough|complete|the lot|about it|pretty"
              + " much it)(?: of (?:it|them))?(?: now)?(?: (?:i|that i) (?:can think"
              + " of|have|know|got|remember))?(?: for now| really| i think| now| so"
              + " far)?|(?:nothing|none|no one|nobody) (?:else|more|further)(?: .{0,25})?|no"
              + " (?:more|other|others|further)(?: (?:thoughts|facts|ones|moods|of"
              + " them|ideas|things))?(?: .{0,15})?|(?:i'm |im |i am |all )?(?:done|finished)(?:"
              + " here| now)?|(?:i )?(?:can't|cannot|couldn't|can not) think of (?:any"
              + " ?)?(?:more|others?|another|anything else|any more)(?: .{0,12})?|(?:i"
              + " )?(?:have|got) (?:no|not|none|nothing) (?:more|others?|else)|(?:let's"
              + " )?(?:go|move) on|next|continue|enough|no thanks|no thank you|not"
              + " really|(?:only|just) (?:that|those|this|these|the one)|isn't (?:that|this|it)"
              + " enough|(?:i (?:think|believe) )?(?:that|it) covers (?:it|everything)|(?:creo que"
              + " )?(?:con (?:eso|esto) )?(?:ya )?(?:esta|es|basta|vale|queda)(?: todo| completo|"
              + " bien| ya| eso)*(?: asi)?|(?:asi )?(?:esta bien|ya vale)|(?:eso|esto)"
              + " (?:es|seria|fue) todo(?: .{0,20})?|nada mas|solo (?:eso|esto|esos|esas)|es"
              + " todo|ya|ya (?:esta|no|no mas|no hay mas)(?: todo)?|no (?:hay"
              + " )?mas|suficiente|sigamos|seguir|siguiente|continuar|adelante|ningun[oa]"
              + " mas|listo|lista|no se me (?:ocurre|viene) (?:otr[oa]|nada|ninguna mas|mas|otra"
              + " cosa)(?: .{0,15})?)");
  private static final Pattern KEEP =
      Pattern.compile(
          "(?:yes |no )?(?:keep|leave)(?: it| that| them)?(?: as (?:it is|is|it was|they"
              + " are))?|(?:it's |that's |is )?(?:fine|ok|okay|good|right|correct)(?: as it"
              + " is)?|(?:the )?same|no change|don't change (?:it|that)|no|yes|(?:si |no"
              + " )?(?:dejalo|dejarlo|dejala|mantener|mantenlo|asi esta bien|esta bien|igual|lo"
              + " mismo|sin cambios|como esta)(?: asi| como esta| igual)?|si");

  /** "Yes, of course": a nod, and no answer where something was asked for. */
  private static final Pattern NOD =
      Pattern.compile(
          "(?:(?:oh|yes|yeah|yep|yup|sure|ok|okay|of course|right|true|exactly|absolutely|definitely|certainly|i"
              + " (?:think|guess|suppose) so|you(?:'re| are) (?:so |probably )?right|all"
              + " right|alright|si|claro|claro que si|vale|de acuerdo|por supuesto|exacto|desde"
              + " luego|tienes razon|supongo|supongo que si|creo que si|pienso que si)(?: |$))+");

  private Enough() {}

  /** That they agree, with nothing said. */
  static boolean nods(String text) {
    return text.length() <= CHARS && NOD.matcher(Texts.bare(text)).matches();
  }

  static boolean nothing(String text) {
    return matches(NOTHING, text);
  }

  /** That a list has all its entries. */
  static boolean enough(String text) {
    return nothing(text) || matches(ENOUGH, text);
  }

  /** That what is there stays. */
  static boolean keeps(String text) {
    return matches(KEEP, text);
  }

  private static boolean matches(Pattern pattern, String text) {
    if (text.length() > CHARS) return false;
    String bare = Texts.bare(text);
    return pattern.matcher(bare).matches()
        || pattern.matcher(Texts.bare(Asides.without(text))).matches()
        || pattern.matcher(Said.polite(bare)).matches();
  }
}
