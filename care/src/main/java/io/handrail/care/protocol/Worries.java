package io.handrail.care.protocol;

import java.util.regex.Pattern;

/**
 * What a worry tells of itself by its form: whether it is one of those that worry time does not
 * help with. English and Spanish. It may err to the side of asking a person.
 */
public final class Worries {
  private static final String DEED_EN =
      "(?:hurt|hurting|harm|harming|stab|stabbing|kill|killing|push|pushing|drop|dropping|drown|drowning"
          + "|poison|poisoning|attack|attacking|molest|molesting|abuse|abusing|run over|running over|hit|hitting|strangle|strangling)";
  private static final String DEED_ES =
      "(?:hacer(?:le)? dano|danar|lastim\\w+|apunal\\w+|mat(?:ar|are|arle|arlo|arla|arlos|e|o)\\b|empuj\\w+|ahog\\w+|envenen\\w+|atac\\w+|abus\\w+|atropell\\w+|golpe\\w+|estrangul\\w+)";
  private static final Pattern UNWANTED_HARM =
      Pattern.compile(
          "\\b(?:what if|afraid|scared|terrified|worried|worry|fear|thoughts?|images?|pictures?|picturing|imagine)\\b.{0,60}\\b(?:i|i'll|i'd|i've|me|my)\\b.{0,30}\\b"
              + DEED_EN
              + "\\b|\\b(?:thoughts?|images?|pictures?|urges?) (?:of|about) (?:me )?"
              + DEED_EN
              + "\\b|\\b(?:y si|miedo|temo|asusta|preocupa|pensamientos?|imagenes|imagen|imagino)\\b.{0,60}\\b"
              + DEED_ES
              + "\\b.*");
  private static final Pattern REASSURED =
      Pattern.compile(
          ".*\\b(?:are you sure|am i sure|(?:can|could) you (?:promise|tell me)|tell me (?:it's|it is|it'll|it will|that|everything)|promise me|do you think (?:it's|it is|i'm|i am|i did|i have)"
              + "|(?:is|was|will) (?:it|this|that|everything) (?:really |definitely |going to |gonna )*(?:be )?(?:ok|okay|fine|alright|all right|safe|clean|locked|off)"
              + "|did i (?:really )?(?:lock|turn|leave|close|wash|hit|hurt|say)|have i (?:really )?(?:locked|turned|left|closed|washed|hit|hurt)"
              + "|need to (?:check|be sure|know for sure)|make sure (?:again|one more time)|check(?:ed|ing)? (?:it )?(?:again|once more|one more time)"
              + "|dime que (?:todo |no |va |esta )|prometeme|seguro que (?:no|todo|va)|(?:va a|todo va a) estar bien|cerre (?:bien )?(?:la puerta|el gas)|apague (?:bien )?|necesito (?:comprobar|estar segur[oa]|revisar)|revisar(?:lo)? otra vez)\\b.*");
  private static final Pattern LATE =
      Pattern.compile(
          ".*\\b(?:in bed|bed ?time|before (?:bed|sleep|i sleep|sleeping|going to (?:bed|sleep))|last thing|midnight|at night|late (?:at night|evening)|when i (?:lie|go to bed)"
              + "|en la cama|antes de (?:dormir|acostarme|irme a la cama)|medianoche|al acostarme|a ultima hora"
              + "|(?:9|10|11|nine|ten|eleven)(?:[:. ]\\d{2})? ?(?:pm|p m|at night|de la noche)|12 ?(?:am|at night|de la noche)|2[1-3](?:[:. ]\\d{2})?(?: ?h)?|0?0[:. ]\\d{2}|las (?:nueve|diez|once|doce) de la noche)\\b.*");

  private static final Pattern DANGER =
      Pattern.compile(
          "\\b(?:(?:he|she|they|who|that|partner|husband|wife|boyfriend|girlfriend|father|mother|dad|mum|mom|brother|son|boss|ex) (?:sometimes |often |always |still )?(?:hits?|beats?|chokes?|kicks?|punches|punched|slaps?|slapped|threatens?|threatened|abuses?|abused|raped|rapes|locks?) me"
              + "|(?:being|am|was|got) (?:hit|beaten|threatened|abused|raped|stalked)|violent|violence|abusive|domestic abuse"
              + "|arrested|court (?:date|order|case|hearing)|(?:go|going|taken|taking me) to court|sued|evict(?:ed|ion)|bailiffs?|police (?:want|are|is|came|took)"
              + "|chest pains?|bleeding (?:badly|a lot|heavily)|can(?:'t|not) breathe|overdose"
              + "|me (?:pega|pego|golpea|golpeo|amenaza|amenazo|maltrata|viola|violo|ahorca|patea|encierra)|maltrato|violencia|violent[oa]|abusa(?:n)? de mi"
              + "|detenid[oa]|juicio|citacion|desalojo|desahucio|embargo|denuncia(?:do|da)? por"
              + "|dolor en el pecho|sangr(?:o|ando) mucho|no puedo respirar|sobredosis)\\b");

  private Worries() {}

  /** Violence, trouble with the law or a medical emergency: for a person, not for an exercise. */
  public static boolean danger(String text) {
    return found(DANGER, text);
  }

  /** A thought of doing harm that its owner does not want: for a clinician, not for worry time. */
  public static boolean unwantedHarm(String text) {
    return found(UNWANTED_HARM, text);
  }

  /** Asks to be told that all is well, or to check once more. */
  public static boolean asksToBeReassured(String text) {
    return found(REASSURED, text);
  }

  /** Names a time at nine in the evening or later, or bed. */
  public static boolean lateEvening(String text) {
    String folded = Texts.folded(text);
    return folded.length() <= 500 && LATE.matcher(folded).matches();
  }

  private static boolean found(Pattern pattern, String text) {
    String bare = Texts.bare(text);
    return bare.length() <= 600 && pattern.matcher(bare).find();
  }
}
